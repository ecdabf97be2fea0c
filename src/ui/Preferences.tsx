import { CategoryGroup } from './CategoryGroup.tsx'
import type { Scene } from './scene.ts'

/** The second layer: a switch per purpose and per service, all off until the visitor says otherwise, and the ways to answer. */
export function Preferences({ scene }: { readonly scene: Scene }) {
  const { view, actions, choices, say, AnswerAll, Button, Links } = scene
  const asks = view.categories.some(({ asked }) => asked)
  return (
    <>
      <p>
        {asks && say('preferences.text')}
        {view.gpc && ` ${say('gpc')}`}
        <Links scene={scene} />
      </p>
      {view.categories.map((category) => (
        <CategoryGroup key={category.id} scene={scene} category={category} />
      ))}
      {view.withdrawable && (
        <p>
          {say('preferences.withdraw')} <Button scene={scene} action="withdraw" onClick={actions.withdraw} />
        </p>
      )}
      <div class="buttons">
        {asks && <AnswerAll scene={scene} source="preferences" />}
        {Object.keys(choices).length > 0 && <Button scene={scene} action="save" main onClick={() => actions.save(choices)} />}
      </div>
    </>
  )
}
