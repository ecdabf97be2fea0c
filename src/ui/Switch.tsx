import type { Service } from '../model/types.ts'
import type { OfferedCategory } from '../model/view.ts'
import { followChoice } from './choices.ts'
import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  readonly category: OfferedCategory
  readonly service?: Service
  readonly children: string
}

/**
 * One yes or no, under a label that stays the same. A category that is off while a service of it is on is only drawn half-way:
 * `indeterminate` would say so aloud too, and a switch has no such state.
 */
export function Switch({ scene, category, service, children }: Properties) {
  const { choices, move } = scene
  const on = choices[service?.id ?? category.id] ?? false
  return (
    <label>
      {children}
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state, which aria-checked could only contradict
        role="switch"
        part="switch"
        name={service ? `${category.id}/${service.id}` : category.id}
        checked={on}
        class={!service && !on && category.services.some(({ id, exempt }) => !exempt && choices[id]) ? 'partly' : ''}
        onChange={({ currentTarget }) => move(followChoice(choices, category, service, currentTarget.checked))}
      />
    </label>
  )
}
