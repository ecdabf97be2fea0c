/** Step 5: the owner's own words. */

import { useState } from 'preact/hooks'
import { titleOf } from './categories.ts'
import { useConfiguration, useShared, useValue } from './context.ts'
import { addCategory, categoryIds, servicesOf, set } from './edit.ts'
import { Field } from './Field.tsx'

const keys: readonly (readonly [key: string, label: string, rows?: number])[] = [
  ['banner.title', 'Titel van de banner'],
  ['banner.text', 'Tekst van de banner', 4],
  ['action.accept', 'Knop: alles accepteren'],
  ['action.reject', 'Knop: alles weigeren'],
  ['action.preferences', 'Knop: zelf kiezen'],
  ['preferences.text', 'Tekst boven de keuzes', 3],
]

export function Words() {
  const [configuration, change] = useConfiguration()
  const { texts, say } = useShared()
  const [title, setTitle] = useState('')
  const used = categoryIds(configuration).filter(
    (id) => configuration.categories?.[id] || servicesOf(configuration).some(({ category }) => category === id),
  )
  return (
    <>
      <p>Deze stap mag je overslaan: de teksten zijn klaar. Wat je leeg laat, blijft zoals het is.</p>
      <details class="more">
        <summary>Teksten van de banner</summary>
        <p class="soft">
          Woorden tussen accolades vullen we in: <code>{'{owner}'}</code> is de naam van je bedrijf, <code>{'{purposes}'}</code> waarvoor je
          toestemming vraagt, <code>{'{trigger}'}</code> wat er op de knop staat waarmee bezoekers hun keuze wijzigen.
        </p>
        {keys.map(([key, label, rows]) => (
          <Text key={key} name={key} label={label} rows={rows} placeholder={texts[key] ?? ''} />
        ))}
      </details>
      <details class="more">
        <summary>Namen en uitleg van categorieën</summary>
        {used.map((id) => (
          <fieldset key={id} class="item">
            <legend>{titleOf(configuration, id)}</legend>
            <Category id={id} />
          </fieldset>
        ))}
        <form
          class="add"
          onSubmit={(event) => {
            event.preventDefault()
            if (!title.trim()) return
            change(addCategory(configuration, title.trim()))
            say(`Categorie toegevoegd: ${title.trim()}. Kies haar nu bij een dienst in stap 3.`)
            setTitle('')
          }}
        >
          <Field id="eigen-categorie" label="Naam van een eigen categorie" value={title} placeholder="Crashmeldingen" onInput={setTitle} />
          <button type="submit" class="quiet" disabled={!title.trim()}>
            Voeg categorie toe
          </button>
        </form>
      </details>
      <details class="more">
        <summary>Meer instellingen</summary>
        <div class="columns">
          <Count
            id="versie"
            name="revision"
            label="Versie van de vraag"
            standard={1}
            hint="Maak dit getal hoger als je iets nieuws vraagt. Iedereen krijgt de vraag dan opnieuw."
          />
          <Count id="dagen" name="validDays" label="Hoeveel dagen een keuze geldt" standard={180} hint="Van 180 tot en met 400." />
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={configuration.unlisted === 'hold'}
            onChange={(event) => change(set(configuration, ['unlisted'], event.currentTarget.checked ? 'hold' : undefined))}
          />
          <span>Houd ook tegen wat scripts vragen aan websites die hier niet in de lijst staan</span>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={configuration.withdrawal === 'ask'}
            onChange={(event) => change(set(configuration, ['withdrawal'], event.currentTarget.checked ? 'ask' : undefined))}
          />
          <span>Vraag de bezoeker na intrekken om de pagina opnieuw te laden, in plaats van dat vanzelf te doen</span>
        </label>
      </details>
    </>
  )
}

function Text(props: { readonly name: string; readonly label: string; readonly rows: number | undefined; readonly placeholder: string }) {
  const [value, setValue] = useValue(['texts', props.name])
  return (
    <Field
      id={`tekst-${props.name.replace('.', '-')}`}
      label={props.label}
      path={`texts.${props.name}`}
      value={String(value ?? '')}
      placeholder={props.placeholder}
      {...(props.rows && { rows: props.rows })}
      onInput={(text) => setValue(text, true)}
    />
  )
}

function Category({ id }: { readonly id: string }) {
  const { texts } = useShared()
  const [title, setTitle] = useValue(['categories', id, 'title'])
  const [purpose, setPurpose] = useValue(['categories', id, 'purpose'])
  return (
    <>
      <Field
        id={`categorie-${id}`}
        label="Naam"
        path={`categories.${id}`}
        value={String(title ?? '')}
        placeholder={texts[`category.${id}.title`] ?? ''}
        onInput={(text) => setTitle(text, true)}
      />
      <Field
        id={`categoriedoel-${id}`}
        label="Waarvoor"
        value={String(purpose ?? '')}
        rows={2}
        placeholder={texts[`category.${id}.purpose`] ?? 'Eén zin, die bezoekers begrijpen.'}
        onInput={(text) => setPurpose(text, true)}
      />
    </>
  )
}

interface CountProps {
  readonly id: string
  readonly name: 'revision' | 'validDays'
  readonly label: string
  readonly hint: string
  readonly standard: number
}

function Count({ id, name, label, hint, standard }: CountProps) {
  const [value, setValue] = useValue([name])
  return (
    <Field
      id={id}
      numeric
      label={label}
      hint={hint}
      path={name}
      value={value === undefined ? '' : String(value)}
      placeholder={String(standard)}
      onInput={(text) => setValue(text === '' ? undefined : Number(text), true)}
    />
  )
}
