/** One question: label, what it means, the answer, and what is wrong with it. */

import type { ComponentChildren } from 'preact'
import { useMistakes } from './context.ts'
import type { Mistake } from './problems.ts'

interface FieldProps {
  readonly label: string
  readonly id: string
  readonly hint?: ComponentChildren
  /** Where in the configuration it is: what is wrong there is told here. */
  readonly path?: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly numeric?: boolean
  readonly placeholder?: string
  readonly rows?: number
  readonly options?: readonly (readonly [value: string, label: string])[]
  readonly code?: boolean
  readonly mistake?: string
  readonly autocomplete?: string
}

export function Field(props: FieldProps) {
  const { label, id, hint, path, value, onInput, numeric, placeholder, rows, options, code, mistake, autocomplete = 'off' } = props
  const found: readonly Pick<Mistake, 'text' | 'lang'>[] = [
    ...(mistake ? [{ text: mistake, lang: 'nl' as const }] : []),
    ...useMistakes(path),
  ]
  const described = [hint ? `${id}-uitleg` : '', found.length ? `${id}-fout` : ''].filter(Boolean).join(' ')
  const common = {
    id,
    value,
    'aria-describedby': described || undefined,
    'aria-invalid': found.length ? ('true' as const) : undefined,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement }) => onInput(event.currentTarget.value),
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-uitleg`}>
          {hint}
        </p>
      )}
      {options ? (
        <select {...common}>
          {options.map(([one, text]) => (
            <option key={one} value={one} selected={one === value}>
              {text}
            </option>
          ))}
        </select>
      ) : rows ? (
        <textarea {...common} rows={rows} placeholder={placeholder} class={code ? 'code' : undefined} spellcheck={!code} />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={numeric ? 'numeric' : undefined}
          placeholder={placeholder}
          autocomplete={autocomplete}
          class={code ? 'code' : undefined}
        />
      )}
      {found.length > 0 && (
        <div class="mistakes" id={`${id}-fout`}>
          {found.map(({ text, lang }) => (
            <p key={text} lang={lang}>
              {text}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
