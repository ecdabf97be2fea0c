/** A service that was chosen: what it is for, and what its owner may change. */

import { useEffect, useState } from 'preact/hooks'
import type { ServiceConfiguration } from '../../src/model/settings.ts'
import { localise } from '../../src/model/text.ts'
import { byId } from './catalogue.ts'
import { categoryOptions, titleOf } from './categories.ts'
import { useConfiguration, useMistakes, useShared } from './context.ts'
import { change, completed, remove, useOf } from './edit.ts'
import { Field } from './Field.tsx'
import { OwnService } from './OwnService.tsx'

export function Chosen({ item, index }: { readonly item: ServiceConfiguration; readonly index: number }) {
  const [configuration, set] = useConfiguration()
  const { say } = useShared()
  const service = completed(item)
  const path = `services[${index}]`
  const mistakes = useMistakes(path)
  const known = byId[useOf(item) ?? '']
  const own = useOf(item) === undefined
  // What is begun, or wrong, is in view, and stays so until it is folded.
  const [unfolded, setUnfolded] = useState(own && !service.hosts)
  const isWrong = mistakes.length > 0
  useEffect(() => {
    if (isWrong) setUnfolded(true)
  }, [isWrong])
  // What keeps the choice is listed as any other; its name alone says nothing to an owner.
  const isOurs = useOf(item) === 'toestemming'
  const name = isOurs ? 'De cookiebanner zelf' : (service.title ?? service.provider ?? useOf(item) ?? service.id)
  return (
    <li class="card">
      <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>
          <strong>{name}</strong>{' '}
          <span class="soft">
            {service.category ? titleOf(configuration, service.category) : ''}
            {service.exempt ? ', zonder toestemming' : ''}
            {own ? ', eigen dienst' : ''}
          </span>
        </summary>
        {isOurs && <p>Laat deze staan: dan staat in je cookietabel ook waar de keuze van je bezoekers wordt bewaard.</p>}
        {known && <p>{localise(known.purpose, 'nl').text}</p>}
        {own && <OwnService index={index} service={service} />}
        {!own &&
          !known &&
          mistakes.map(({ text, lang }) => (
            <p key={text} class="mistakes" lang={lang}>
              {text}
            </p>
          ))}
        {(known || own) && (
          <Field
            id={`soort-${index}`}
            label="Categorie"
            path={`${path}.category`}
            value={service.category}
            options={categoryOptions(configuration)}
            onInput={(value) => set(change(configuration, index, 'category', value))}
          />
        )}
        {service.category !== 'functional' && (known?.mayBeExempt || own || service.exempt) && (
          <Field
            id={`vrij-${index}`}
            label="Waarom mag deze dienst zonder toestemming?"
            hint={`${known?.mayBeExempt ? `${known.mayBeExempt.nl} ` : ''}Laat dit leeg als hij op toestemming moet wachten. Bezoekers lezen de reden in de cookietabel, en kunnen bezwaar maken.`}
            path={`${path}.exempt`}
            value={service.exempt ?? ''}
            rows={2}
            onInput={(value) => set(change(configuration, index, 'exempt', value), `${path}.exempt`)}
          />
        )}
      </details>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          set(remove(configuration, service.id))
          say(`Weggehaald: ${name}.`)
          document.getElementById('gekozen')?.focus()
        }}
      >
        Haal weg<span class="unseen"> {name}</span>
      </button>
    </li>
  )
}
