/** A service that the catalogue does not have. */

import type { Service, StoredItem } from '../../src/model/types.ts'
import { useConfiguration } from './context.ts'
import { change } from './edit.ts'
import { Field } from './Field.tsx'

const durations: readonly (readonly [string, string])[] = [
  ['', 'Weet ik niet'],
  ['session', 'Tot het sluiten van de browser'],
  ['PT30M', '30 minuten'],
  ['P1D', '1 dag'],
  ['P7D', '7 dagen'],
  ['P30D', '30 dagen'],
  ['P90D', '90 dagen'],
  ['P180D', '180 dagen'],
  ['P1Y', '1 jaar'],
  ['P13M', '13 maanden'],
  ['P2Y', '2 jaar'],
  ['persistent', 'Tot de bezoeker het verwijdert'],
]
const storages = [
  ['cookie', 'Cookie'],
  ['local', 'Local storage'],
  ['session', 'Session storage'],
] as const

export function OwnService({ index, service }: { readonly index: number; readonly service: Service }) {
  const [configuration, set] = useConfiguration()
  const path = `services[${index}]`
  const { cookies = [], hosts = [], purpose } = service
  const put = (key: keyof Service, value: unknown, typed = true) =>
    set(change(configuration, index, key, value), typed ? `${path}.${key}` : undefined)
  const putItem = (place: number, item: StoredItem | undefined, typed = false) => {
    const next = item ? [...cookies.slice(0, place), item, ...cookies.slice(place + 1)] : cookies.filter((_, one) => one !== place)
    put('cookies', next.length ? next : undefined, typed)
  }
  return (
    <>
      <div class="columns">
        <Field
          id={`naam-${index}`}
          label="Van wie is de dienst?"
          path={`${path}.provider`}
          value={service.provider ?? ''}
          onInput={(value) => put('provider', value)}
        />
        <Field
          id={`titel-${index}`}
          label="Hoe heet hij? (mag leeg)"
          path={`${path}.title`}
          value={service.title ?? ''}
          onInput={(value) => put('title', value)}
        />
      </div>
      <Field
        id={`doel-${index}`}
        label="Waarvoor gebruik je hem?"
        hint="Eén zin, die bezoekers begrijpen."
        path={`${path}.purpose`}
        value={typeof purpose === 'object' ? purpose.nl : (purpose ?? '')}
        placeholder="Meet wat bezoekers van de website vinden."
        onInput={(value) => put('purpose', value)}
      />
      <Field
        id={`adres-${index}`}
        label="Waar haalt de browser hem op?"
        hint="Het adres zonder https://. Meer adressen? Zet elk op een eigen regel."
        path={`${path}.hosts`}
        value={hosts.join('\n')}
        rows={Math.max(2, hosts.length)}
        code
        placeholder="cdn.meetbureau.nl"
        onInput={(value) => {
          const lines = value.split('\n').map((line) => line.trim())
          // A line that has just been begun stays.
          const kept = lines.filter((line, place) => line || (place === lines.length - 1 && place > 0))
          put('hosts', kept.some(Boolean) ? kept.filter((line, place) => line || place === kept.length - 1) : undefined)
        }}
      />
      <Field
        id={`verklaring-${index}`}
        label="Adres van zijn privacyverklaring"
        path={`${path}.privacy`}
        value={service.privacy ?? ''}
        placeholder="https://"
        onInput={(value) => put('privacy', value)}
      />
      {cookies.map((item, place) => (
        <fieldset key={place} class="item">
          <legend>Cookie {place + 1}</legend>
          <div class="columns">
            <Field
              id={`cookie-${index}-${place}`}
              label="Naam"
              path={`${path}.cookies[${place}].name`}
              value={item.name}
              code
              onInput={(value) => putItem(place, { ...item, name: value }, true)}
            />
            <Field
              id={`bewaartijd-${index}-${place}`}
              label="Bewaartijd"
              path={`${path}.cookies[${place}].duration`}
              value={item.duration ?? ''}
              options={
                durations.some(([value]) => value === (item.duration ?? ''))
                  ? durations
                  : [...durations, [item.duration ?? '', item.duration ?? '']]
              }
              onInput={(value) => {
                const { duration: _, ...rest } = item
                putItem(place, value ? { ...rest, duration: value } : rest)
              }}
            />
            <Field
              id={`opslag-${index}-${place}`}
              label="Soort"
              value={item.storage ?? 'cookie'}
              options={storages}
              onInput={(value) => {
                const { storage: _, ...rest } = item
                putItem(place, value === 'cookie' ? rest : { ...rest, storage: value as 'local' })
              }}
            />
          </div>
          <button type="button" class="quiet" onClick={() => putItem(place, undefined)}>
            Haal deze cookie weg<span class="unseen"> ({item.name || `cookie ${place + 1}`})</span>
          </button>
        </fieldset>
      ))}
      {cookies.length === 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={service.cookies !== undefined}
            onChange={(event) => put('cookies', event.currentTarget.checked ? [] : undefined, false)}
          />
          <span>Deze dienst plaatst geen cookies en bewaart niets in de browser</span>
        </label>
      )}
      <button type="button" class="quiet" onClick={() => putItem(cookies.length, { name: '' })}>
        Voeg een cookie toe
      </button>
    </>
  )
}
