import { AnswerAll } from './AnswerAll.tsx'
import { Button } from './Button.tsx'
import { keepClear } from './keepClear.ts'
import { Links } from './Links.tsx'
import type { Scene } from './scene.ts'

/** The first layer: who asks, for what, how to change it later, and two equal answers. Not modal, never takes the focus. */
export function Banner({ scene }: { readonly scene: Scene }) {
  const { view, actions, say } = scene
  const purposes = view.categories
    .filter(({ asked }) => asked)
    // A title of the owner's own stays as it is written: what begins it may be a name.
    .map(({ id, title }) => title ?? (say(`category.${id}.short`) || id))
  // As `Intl.ListFormat` has it, but not by it: for the first that is made Chromium looks through all its languages, a tenth of a second.
  const last = purposes.pop() ?? ''
  return (
    <section
      class={`banner ${view.settings.ui.layout}`}
      part="banner"
      data-toestemming-view="banner"
      aria-labelledby="banner"
      ref={keepClear}
    >
      <div>
        <h2 part="title" id="banner">
          {say('banner.title')}
        </h2>
        <p>
          {say('banner.text', {
            purposes: purposes[0] ? say('list', { a: purposes.join(view.lang === 'ar' ? '، ' : ', '), b: last }) : last,
          })}
          {view.gpc && ` ${say('gpc')}`}
          <Links scene={scene} />
        </p>
      </div>
      <div class="buttons">
        <AnswerAll scene={scene} source="banner" />
        <Button scene={scene} action="preferences" onClick={actions.open} />
      </div>
    </section>
  )
}
