/** Step 1: whose site it is, and how it speaks. */

import { languages } from '../../src/model/locale.ts'
import { Choice } from './Choice.tsx'
import { useShared, useValue } from './context.ts'
import { Field } from './Field.tsx'
import { ReadBack } from './ReadBack.tsx'

const named: Readonly<Record<string, string>> = {
  nl: 'Nederlands',
  'nl-BE': 'Nederlands (Vlaanderen)',
  en: 'Engels',
  de: 'Duits',
  fr: 'Frans',
  es: 'Spaans',
  it: 'Italiaans',
  pl: 'Pools',
  tr: 'Turks',
  uk: 'Oekraïens',
  ar: 'Arabisch',
  fy: 'Fries',
}

export function Website() {
  const [owner, setOwner] = useValue(['owner'])
  const [privacy, setPrivacy] = useValue(['links', 'privacy'])
  const [cookies, setCookies] = useValue(['links', 'cookies'])
  const [contact, setContact] = useValue(['links', 'contact'])
  const [register, setRegister] = useValue(['register'])
  const [locale, setLocale] = useValue(['locale'])
  const { state } = useShared()
  const twofold = /^(nl|de|fr)?\b/.test(state.configuration.locale ?? 'nl')
  return (
    <>
      <Field
        id="eigenaar"
        label="Naam van je bedrijf of organisatie"
        hint="Deze naam staat in de banner, zodat bezoekers weten wie er toestemming vraagt."
        path="owner"
        value={String(owner ?? '')}
        placeholder="Voorbeeld BV"
        onInput={(value) => setOwner(value, true)}
        autocomplete="organization"
      />
      <div class="columns">
        <Field
          id="privacy"
          label="Adres van je privacyverklaring"
          path="links.privacy"
          value={String(privacy ?? '')}
          placeholder="/privacy"
          onInput={(value) => setPrivacy(value, true)}
        />
        <Field
          id="cookies"
          label="Adres van je pagina over cookies"
          path="links.cookies"
          value={String(cookies ?? '')}
          placeholder="/cookies"
          onInput={(value) => setCookies(value, true)}
        />
        <Field
          id="contact"
          label="Adres van je contactpagina"
          path="links.contact"
          value={String(contact ?? '')}
          placeholder="/contact"
          onInput={(value) => setContact(value, true)}
        />
        <Field
          id="taal"
          label="Taal"
          path="locale"
          value={String(locale ?? '')}
          options={[['', 'De taal van de pagina zelf'], ...languages.map((tag) => [tag, named[tag] ?? tag] as const)]}
          onInput={(value) => setLocale(value)}
        />
      </div>
      {twofold && (
        <Choice
          legend="Hoe spreek je bezoekers aan?"
          name="aanspreekvorm"
          value={register === 'u' ? 'u' : 'je'}
          options={[
            ['je', 'Met je'],
            ['u', 'Met u'],
          ]}
          onChange={(value) => setRegister(value === 'je' ? undefined : value)}
        />
      )}
      <ReadBack />
    </>
  )
}
