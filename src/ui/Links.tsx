import type { Scene } from './scene.ts'

/** The owner's own explanations, to be read without making a choice. */
export function Links({ scene }: { readonly scene: Scene }) {
  const { links } = scene.view.settings
  return (
    <span>
      {(['cookies', 'privacy'] as const).map(
        (name) =>
          links[name] && [
            ' ',
            <a key={name} href={links[name]}>
              {scene.say(`banner.${name}`)}
            </a>,
          ],
      )}
    </span>
  )
}
