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
    .map(({ id, title = say(`category.${id}.short`) || id }) =>
      // Within a sentence a title begins small, unless it is all capitals, or a noun in German.
      title.replace(view.lang === 'de' ? '' : /^.(?!\p{Lu})/u, (letter) => letter.toLowerCase()),
    )
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
