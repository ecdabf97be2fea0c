/** Step 3: which services the site uses. */

import { useState } from 'preact/hooks'
import { Chosen } from './Chosen.tsx'
import { catalogue, search } from './catalogue.ts'
import { titleOf } from './categories.ts'
import { useConfiguration, useShared } from './context.ts'
import { addKnown, addOwn, completed, has, remove } from './edit.ts'
import { Field } from './Field.tsx'

const many = 24

export function Services() {
  const [configuration, change] = useConfiguration()
  const { say } = useShared()
  const [words, setWords] = useState('')
  const [all, setAll] = useState(false)
  const [own, setOwn] = useState('')
  const found = all && !words.trim() ? catalogue : search(words)
  const shown = all ? found : found.slice(0, many)
  const { services = [] } = configuration
  const turn = (id: string, on: boolean, name: string) => {
    change(on ? addKnown(configuration, id) : remove(configuration, id))
    say(on ? `Toegevoegd: ${name}.` : `Weggehaald: ${name}.`)
  }
  return (
    <>
      <div class="search">
        <Field
          id="zoek"
          label="Zoek een dienst"
          hint={`Op naam, of op de naam van een cookie. Er zijn ${catalogue.length} diensten.`}
          value={words}
          onInput={setWords}
        />
        <p class="soft" role="status">
          {words.trim() ? (found.length === 1 ? '1 dienst gevonden.' : `${found.length} diensten gevonden.`) : ''}
        </p>
      </div>
      <fieldset class={all || words.trim() ? 'list long' : 'list'}>
        <legend>{words.trim() ? 'Gevonden' : all ? 'Alle diensten' : 'Vaak gebruikt'}</legend>
        <ul>
          {shown.map(({ id, title, provider, category }) => (
            <li key={id}>
              <label class="check">
                <input
                  type="checkbox"
                  name="dienst"
                  value={id}
                  checked={has(configuration, id)}
                  onChange={(event) => turn(id, event.currentTarget.checked, title ?? provider)}
                />
                <span>
                  {title ?? provider} <span class="soft">{titleOf(configuration, category)}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p>Niets gevonden. Maak er hieronder een eigen dienst van.</p>}
        {!all && (found.length > many || !words.trim()) && (
          <button type="button" class="quiet" onClick={() => setAll(true)}>
            Toon {words.trim() ? `alle ${found.length}` : 'de hele lijst'}
          </button>
        )}
        {all && (
          <button type="button" class="quiet" onClick={() => setAll(false)}>
            Toon minder
          </button>
        )}
      </fieldset>
      <form
        class="add"
        onSubmit={(event) => {
          event.preventDefault()
          if (!own.trim()) return
          change(addOwn(configuration, own.trim(), { category: 'analytics' }))
          say(`Toegevoegd: ${own.trim()}. Vul hieronder aan wat je weet.`)
          setOwn('')
        }}
      >
        <Field id="eigen" label="Staat hij er niet bij? Van wie is de dienst?" value={own} placeholder="Meetbureau" onInput={setOwn} />
        <button type="submit" class="quiet" disabled={!own.trim()}>
          Voeg toe als eigen dienst
        </button>
      </form>
      <h3 id="gekozen">Gekozen diensten ({services.length})</h3>
      {services.length === 0 && <p>Nog geen.</p>}
      <ul class="chosen" aria-labelledby="gekozen">
        {services.map((item, index) => (
          <Chosen key={completed(item).id ?? index} item={item} index={index} />
        ))}
      </ul>
    </>
  )
}
