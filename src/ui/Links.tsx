import type { VNode } from 'preact'
import type { Scene } from './scene.ts'

/** The owner's own explanations, to be read without making a choice. */
export function Links({ scene }: { readonly scene: Scene }) {
  const { links } = scene.view.settings
  return (['cookies', 'privacy'] as const).map(
    (name) =>
      links[name] && (
        <span key={name}>
          {' '}
          <a href={links[name]}>{scene.say(`banner.${name}`)}</a>
        </span>
      ),
  ) as unknown as VNode
}
