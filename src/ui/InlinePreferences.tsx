import { Preferences } from './Preferences.tsx'
import type { Scene } from './scene.ts'

/** The preferences in an element of the owner's page, with what came of the last choice. */
export function InlinePreferences({ scene }: { readonly scene: Scene }) {
  const { say, view } = scene
  return (
    <section part="preferences" data-toestemming-view="preferences" aria-labelledby="preferences">
      <h2 part="title" id="preferences">
        {say('preferences.title')}
      </h2>
      <Preferences scene={scene} />
      <p>{say(`status.${view.status}`)}</p>
    </section>
  )
}
