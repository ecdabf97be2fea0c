/** Goes on with a configuration that was made before. */

import { useState } from 'preact/hooks'
import { useShared } from './context.ts'
import { Field } from './Field.tsx'
import { read } from './problems.ts'

export function ReadBack() {
  const { state, update, say } = useShared()
  const [text, setText] = useState('')
  const [mistake, setMistake] = useState('')
  const take = () => {
    // The whole snippet will do as well.
    const inside = /data-toestemming="?config"?[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? text
    const found = read(inside)
    setMistake(typeof found === 'string' ? found : '')
    if (typeof found === 'string') return
    update({ ...state, configuration: found })
    setText('')
    say('Je instellingen zijn overgenomen.')
  }
  return (
    <details class="more">
      <summary>Heb je al instellingen? Ga daarmee verder</summary>
      <Field
        id="terug"
        label="Plak hier je JSON, of de hele code"
        value={text}
        rows={5}
        code
        mistake={mistake}
        onInput={(value) => {
          setText(value)
          setMistake('')
        }}
      />
      <button type="button" class="quiet" onClick={take} disabled={!text.trim()}>
        Neem over
      </button>
    </details>
  )
}
