/** Text to take along. */

import { useRef } from 'preact/hooks'
import { useShared } from './context.ts'
import { keepFile } from './keepFile.ts'

interface CodeProps {
  readonly id: string
  /** What it is, for its label and for what is said once it is copied. */
  readonly label: string
  readonly text: string
  /** A name under which it can be kept as a file. */
  readonly file?: string
}

export function Code({ id, label, text, file }: CodeProps) {
  const { say } = useShared()
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      // Not on https, or not allowed: as one did it before.
      area.current?.select()
      if (!document.execCommand('copy')) return say('Kopiëren lukt niet in deze browser. De tekst is geselecteerd: druk op Ctrl+C.')
    }
    say(`Gekopieerd: ${label}.`)
  }
  const keep = () => {
    keepFile(file ?? '', text, 'application/json')
    say(`Bewaard als ${file}.`)
  }
  const rows = Math.min(16, Math.max(1, text.trimEnd().split('\n').length))
  return (
    <div class="take">
      <label class="unseen" for={id}>
        {label}
      </label>
      <textarea id={id} ref={area} class="code" readOnly rows={rows} value={text} spellcheck={false} />
      <div class="buttons">
        <button type="button" onClick={copy}>
          Kopieer<span class="unseen"> {label}</span>
        </button>
        {file && (
          <button type="button" class="quiet" onClick={keep}>
            Bewaar als bestand<span class="unseen"> ({file})</span>
          </button>
        )}
      </div>
    </div>
  )
}
