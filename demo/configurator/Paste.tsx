/** Step 2: vendors' code as it is on the site now. */

import { useState } from 'preact/hooks'
import type { MarkedSnippet, Note, Outcome, Part } from '../../src/tools/mark/markSnippet.ts'
import { categoryOptions, titleOf } from './categories.ts'
import { useConfiguration, useShared } from './context.ts'
import { addKnown, addOwn, has } from './edit.ts'
import { Field } from './Field.tsx'
import { markPasted } from './markPasted.ts'
import { isTooLong } from './state.ts'

export function Paste({ marked }: { readonly marked: MarkedSnippet }) {
  const { state, update, say } = useShared()
  const { configuration, pasted } = state
  const paste = (text: string) => {
    // What was recognised before, and taken away since, stays away.
    const before = new Set(idsIn(marked))
    const fresh = idsIn(markPasted(text, configuration)).filter((id) => !before.has(id) && !has(configuration, id))
    update({ ...state, pasted: text, configuration: addKnown(configuration, ...fresh) }, 'pasted')
    if (fresh.length) say(`Herkend en toegevoegd: ${fresh.length === 1 ? '1 dienst' : `${fresh.length} diensten`}.`)
  }
  const unknown = [...new Set(marked.parts.filter(({ outcome }) => outcome === 'unknown').flatMap((part) => part.unknown))]
  return (
    <>
      <Field
        id="geplakt"
        label="Plak hier je code"
        hint="De stukjes code die je van Google, Meta, YouTube en anderen hebt gekregen, allemaal onder elkaar. Wij herkennen van wie ze zijn, en zetten ze klaar om op toestemming te wachten. Heb je niets? Sla deze stap over."
        value={pasted}
        rows={8}
        code
        placeholder={'<script async src="https://www.googletagmanager.com/gtag/js?id=G-…"></script>'}
        onInput={paste}
      />
      {isTooLong(state) && <p class="note">Deze code is te lang om in het adres te bewaren. Neem hem mee voordat je de pagina sluit.</p>}
      {pasted.trim() && (
        <section aria-labelledby="gevonden">
          <h3 id="gevonden">Wat we vonden</h3>
          {marked.parts.length === 0 ? (
            <p>
              {isBare(pasted)
                ? 'Dit is alleen een nummer of een adres. Plak de hele code die erbij hoort: die begint met een <. Of kies de dienst zelf bij stap 3.'
                : 'In deze tekst staat geen code die iets bij anderen opvraagt.'}
            </p>
          ) : (
            <ol class="found">
              {marked.parts.map((part, index) => (
                <Found key={`${index} ${part.before}`} part={part} />
              ))}
            </ol>
          )}
          {unknown.map((host) => (
            <Unknown key={host} host={host} />
          ))}
        </section>
      )}
    </>
  )
}

const idsIn = ({ parts }: MarkedSnippet): readonly string[] => [...new Set(parts.flatMap(({ services }) => services.map(({ id }) => id)))]

/** A number or an address without the code around it. */
const isBare = (text: string) => /^\s*(https?:\/\/\S+|www\.\S+|[A-Z]{1,3}-[\w-]+|\d{5,})\s*$/i.test(text)

const outcomes: Readonly<Record<Outcome, string>> = {
  marked: 'Wacht op toestemming',
  removed: 'Laten we weg',
  unknown: 'Van wie is dit?',
  free: 'Hoeft niet te wachten',
  own: 'Van jezelf',
  waiting: 'Wacht al',
}
const notes: Readonly<Record<Note, string>> = {
  untitled:
    'Dit venster heeft geen naam. Zet er in de nieuwe code zelf een in, direct na <iframe, zoals title="Kaart met onze winkel". Die naam staat in het vak zolang het venster wacht, en wie niet kan zien, hoort hem.',
  curly:
    'In deze code staan gekrulde aanhalingstekens (“ ”). Die komen uit een tekstprogramma of een bericht, en daarmee werkt de code niet. Kopieer de code opnieuw bij de aanbieder.',
  several: 'Deze code is voor meer diensten tegelijk, en wacht tot ze allemaal mogen. Splits de code als dat kan.',
  writes:
    'Deze code schrijft zelf in de pagina (document.write). Dat werkt niet meer als de code later start. Vraag de aanbieder om een nieuwere versie.',
  manager: 'Alles wat via Tag Manager wordt geladen, wacht mee. Zitten er alleen statistieken in? Kies dan bij stap 3 die categorie.',
  formless:
    'Bij welk formulier hoort dit? Plak ook de code van dat formulier, van <form tot </form>. Of zet er zelf data-consent-form="recaptcha" in: <form data-consent-form="recaptcha" …>. Zonder dat kan het formulier niet worden verstuurd met de controle.',
}
const kinds: Readonly<Record<Part['kind'], string>> = {
  script: 'Script',
  code: 'Stukje code',
  frame: 'Venster (iframe)',
  image: 'Afbeelding',
  media: 'Video of geluid',
  hint: 'Aankondiging',
  stylesheet: 'Lettertype of vormgeving',
  embed: 'Ingesloten bericht of planner',
  noscript: 'Reserve zonder JavaScript',
  form: 'Formulier',
}

function Found({ part }: { readonly part: Part }) {
  const [configuration] = useConfiguration()
  const { kind, outcome, services, unknown } = part
  const names = services.length ? services.map(({ title, provider }) => title ?? provider).join(', ') : unknown.join(', ')
  const [service] = services
  return (
    <li class={`part ${outcome}`}>
      <p class="line">
        <strong>{names || kinds[kind]}</strong>{' '}
        {names && <span class="soft">{kinds[kind].charAt(0).toLowerCase() + kinds[kind].slice(1)}</span>}{' '}
        <span class="badge">{outcome === 'marked' && service?.exempt ? 'Loopt tot de bezoeker bezwaar maakt' : outcomes[outcome]}</span>
      </p>
      <p class="code before">{part.before}</p>
      {outcome === 'marked' && service && <p class="soft">Categorie: {titleOf(configuration, service.category)}</p>}
      {outcome === 'removed' && (
        <p>
          Dit deel werkt alleen zonder JavaScript. Zo’n bezoeker kunnen we niets vragen, en de browser haalt het altijd op. Daarom staat het
          niet in de nieuwe code.
        </p>
      )}
      {kind === 'hint' && outcome === 'marked' && <p>Deze regel maakt alvast verbinding. Je mag hem ook weglaten.</p>}
      {part.notes.map((note) => (
        <p key={note}>{notes[note]}</p>
      ))}
    </li>
  )
}

/** Asks whose a host is, and makes a service of the answer. */
function Unknown({ host }: { readonly host: string }) {
  const [configuration, change] = useConfiguration()
  const { say } = useShared()
  const [name, setName] = useState(host.replace(/^(www|cdn|static|js|app|widget)\./, ''))
  const [category, setCategory] = useState('')
  const id = `onbekend-${host.replace(/\W+/g, '-')}`
  return (
    <fieldset class="card">
      <legend>
        We kennen <code>{host}</code> niet
      </legend>
      <div class="columns">
        <Field id={`${id}-naam`} label="Van wie is dit?" value={name} onInput={setName} />
        <Field
          id={`${id}-soort`}
          label="Waarvoor is het?"
          value={category}
          options={[['', 'Kies…'], ...categoryOptions(configuration)]}
          onInput={setCategory}
        />
      </div>
      <button
        type="button"
        class="quiet"
        disabled={!category || !name.trim()}
        onClick={() => {
          change(addOwn(configuration, name.trim(), { category, hosts: [host] }))
          say(`Toegevoegd als eigen dienst: ${name.trim()}.`)
        }}
      >
        Voeg toe als eigen dienst
      </button>
    </fieldset>
  )
}
