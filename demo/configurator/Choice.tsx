/** One of a few, all in view. */

import type { ComponentChildren } from 'preact'

interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly value: Value
  readonly options: readonly (readonly [value: Value, label: string, picture?: ComponentChildren])[]
  readonly onChange: (value: Value) => void
  /** Small, in one row, with its legend for screen readers only. */
  readonly small?: boolean
}

export function Choice<Value extends string>({ legend, name, value, options, onChange, small }: ChoiceProps<Value>) {
  return (
    <fieldset class={small ? 'choice small' : 'choice'}>
      <legend class={small ? 'unseen' : undefined}>{legend}</legend>
      <div class="options">
        {options.map(([one, label, picture]) => (
          <label key={one} class="option">
            <input type="radio" name={name} value={one} checked={one === value} onChange={() => onChange(one)} />
            <span class="face">
              {picture}
              <span>{label}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
