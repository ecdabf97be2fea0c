import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  readonly action: string
  readonly onClick: () => void
  /** Filled in; reject and accept are so together or not at all. */
  readonly main?: boolean | undefined
}

/** A control with its action's own words (`accept-all` reads `action.accept`). Any of them ends what was not saved. */
export function Button({ scene, action, onClick, main }: Properties) {
  return (
    <button
      type="button"
      class={main ? 'main' : ''}
      part="button"
      data-toestemming-action={action}
      onClick={() => {
        scene.move({})
        onClick()
      }}
    >
      {scene.say(`action.${action.replace('-all', '')}`)}
    </button>
  )
}
