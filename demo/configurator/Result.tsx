/** Step 6: what to take along, in the order in which it is done. */

import { useEffect, useState } from 'preact/hooks'
import type { MarkedSnippet } from '../../src/tools/mark/markSnippet.ts'
import { blocksOf } from './blocks.ts'
import { Choice } from './Choice.tsx'
import { Code } from './Code.tsx'
import { useShared } from './context.ts'
import { Field } from './Field.tsx'
import { keepFile } from './keepFile.ts'
import { cookieTable, zippedLibrary } from './library.ts'
import { Replacement } from './Replacement.tsx'
import { folderOf, footerLink, jsonOf, snippetOf } from './snippet.ts'
import { encode } from './state.ts'

export function Result({ marked }: { readonly marked: MarkedSnippet }) {
  const { state, update, mistakes, texts, say } = useShared()
  const [format, setFormat] = useState<'html' | 'markdown'>('html')
  const [table, setTable] = useState('')
  const { configuration, pasted, folder } = state
  const wrong = mistakes.filter(({ harmless }) => !harmless)
  const harmless = mistakes.filter((one) => one.harmless)
  const key = JSON.stringify(configuration)
  const [busy, setBusy] = useState(false)
  const keepLibrary = async () => {
    setBusy(true)
    try {
      const name = folderOf(folder).split('/').at(-2) || 'toestemming'
      keepFile(`${name}.zip`, await zippedLibrary(name), 'application/zip')
      say(`Bewaard als ${name}.zip.`)
    } catch {
      say('De map is nu niet op te halen. Probeer het later nog eens.')
    }
    setBusy(false)
  }

  // It is long, and on a phone most of it is out of sight. What was typed last is in it a moment later.
  const copyAddress = async () => {
    const { origin, pathname, search } = location
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}${search}#${encode(state)}`)
      say('Gekopieerd: het adres van deze pagina.')
    } catch {
      say('Kopiëren lukt niet in deze browser. Kopieer het adres uit de adresbalk.')
    }
  }

  useEffect(() => {
    let current = true
    if (wrong.length) setTable('')
    else
      cookieTable(configuration, format).then(
        (text) => current && setTable(text),
        () => current && setTable(''),
      )
    return () => {
      current = false
    }
  }, [key, format, wrong.length])

  if (wrong.length)
    return (
      <div class="mistakes">
        <p>Eerst nog dit:</p>
        <ul>
          {wrong.map(({ path, text, lang }) => (
            <li key={path} lang={lang}>
              {text}
            </li>
          ))}
        </ul>
      </div>
    )
  const changed = marked.parts.some(({ outcome }) => outcome === 'marked' || outcome === 'removed')
  const unknown = marked.parts.some(({ outcome }) => outcome === 'unknown')
  return (
    <ol class="todo">
      <li>
        <h3>Zet de map op je website</h3>
        <p>
          Bewaar het zipbestand, pak het uit, en zet de map op je website. Dat kan met het programma of de pagina waarmee je ook je andere
          bestanden plaatst. Kun je zelf geen bestanden plaatsen, zoals bij Wix? Vraag het dan aan wie je website beheert.
        </p>
        <div class="buttons">
          <button type="button" onClick={keepLibrary} disabled={busy}>
            Bewaar de map als zip
          </button>
        </div>
        <Field id="map" label="Waar staat de map?" value={folder} code onInput={(value) => update({ ...state, folder: value }, 'folder')} />
        <p class="soft">
          Controleer het zo: open je website, en zet <code>{folderOf(folder)}toestemming.js</code> achter het adres. Zie je een bladzijde
          vol code? Dan staat de map goed.
        </p>
      </li>
      <li>
        <h3>Plak dit als eerste in de head van elke pagina</h3>
        <p>
          Direct na <code>&lt;head&gt;</code>, vóór alle andere code. Alleen <code>&lt;meta charset&gt;</code> mag ervoor staan. In
          WordPress kan dat in het thema, of met een plug-in voor code in de head.
        </p>
        <Code id="code" label="de code voor je website" text={snippetOf(state)} />
        {harmless.map(({ path, text, lang }) => (
          <p key={path} class="note" lang={lang}>
            {text}
          </p>
        ))}
      </li>
      <li>
        <h3>Vervang de code van anderen</h3>
        {!pasted.trim() ? (
          <p>
            Plak bij stap 2, ‘Code van anderen’, de code die nu op je website staat. Dan staat hier de code die ervoor in de plaats komt.
            Wat je niet vervangt, wacht niet.
          </p>
        ) : changed ? (
          <>
            <p>Haal op je website de oude code weg, en zet de nieuwe op dezelfde plaats.</p>
            {unknown && (
              <p class="note">
                Er zit nog code bij die we niet kennen. Zeg bij stap 2, ‘Code van anderen’, van wie die is. Tot die tijd wacht die code
                niet.
              </p>
            )}
            <ol class="blocks">
              {blocksOf(marked).map((block, index) => (
                <Replacement key={`${index} ${block.names.join()}`} block={block} id={`gemarkeerd-${index + 1}`} />
              ))}
            </ol>
            <details class="more">
              <summary>Alles wat je hebt geplakt, in één keer</summary>
              <Code id="gemarkeerd" label="alle code die je hebt geplakt" text={marked.html} />
            </details>
          </>
        ) : (
          <p>
            In wat je hebt geplakt, hoeft niets te veranderen
            {unknown ? ', zolang we niet weten van wie het is. Zeg dat bij stap 2, ‘Code van anderen’' : ''}.
          </p>
        )}
      </li>
      <li>
        <h3>Zet een link onderaan elke pagina</h3>
        <p>Daarmee wijzigen bezoekers hun keuze.</p>
        <Code id="link" label="de link" text={footerLink(state, texts['trigger.label'] ?? 'Cookie-instellingen')} />
      </li>
      <li>
        <h3>Vertel op je cookiepagina wat je gebruikt</h3>
        <p>
          Zet dit op je pagina over cookies. Dan staat daar vanzelf de tabel, met de keuze van de bezoeker. Verandert er later iets aan je
          diensten? Dan verandert de tabel mee.
        </p>
        <Code id="plaats" label="de plaats voor de tabel" text={'<div data-toestemming="cookies"></div>\n'} />
        <details class="more">
          <summary>De tabel als vaste tekst, voor wie geen JavaScript heeft</summary>
          <p>
            Zet deze tabel tussen de twee helften van de div hierboven. Met JavaScript ziet een bezoeker de andere tabel, met de eigen
            keuze.
          </p>
          <Choice
            small
            legend="Vorm van de tabel"
            name="vorm"
            value={format}
            options={[
              ['html', 'HTML'],
              ['markdown', 'Markdown'],
            ]}
            onChange={setFormat}
          />
          <Code id="tabel" label="de cookietabel" text={table} />
        </details>
      </li>
      <li>
        <h3>Kijk of het klopt</h3>
        <p>
          Open je website in een privévenster, via het gewone adres. Een bestand dat je op je eigen computer opent, toont geen banner. Klik
          op een computer met de rechtermuisknop op de pagina, kies <em>Inspecteren</em> en dan <em>Netwerk</em>, en laad de pagina opnieuw.
          Voordat je in de banner kiest, mag daar niets van anderen staan.
        </p>
        <p>Of je voor een dienst toestemming nodig hebt, blijft jouw verantwoordelijkheid: dit is geen juridisch advies.</p>
        <p>
          <strong>Bewaar het adres van deze pagina.</strong> Daarmee kun je later verder waar je was.
        </p>
        <div class="buttons">
          <button type="button" class="quiet" onClick={copyAddress}>
            Kopieer het adres
          </button>
        </div>
        <details class="more">
          <summary>Voor wie het zelf bouwt: alleen de instellingen, als bestand</summary>
          <p>
            Zet het bestand op je website, en het adres ervan in <code>data-config</code> van het script. Gebruik je het pakket van npm?
            Geef de inhoud dan aan <code>createConsent</code>.
          </p>
          <Code id="json" label="de instellingen (JSON)" text={jsonOf(configuration)} file="toestemming.json" />
        </details>
      </li>
    </ol>
  )
}
