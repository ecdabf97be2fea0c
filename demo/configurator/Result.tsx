/** Step 6: what to take along, in the order in which it is done. */

import { useEffect, useState } from 'preact/hooks'
import type { MarkedSnippet } from '../../src/tools/mark/markSnippet.ts'
import { Choice } from './Choice.tsx'
import { Code } from './Code.tsx'
import { useShared } from './context.ts'
import { Field } from './Field.tsx'
import { keepFile } from './keepFile.ts'
import { cookieTable, zippedLibrary } from './library.ts'
import { folderOf, footerLink, jsonOf, snippetOf } from './snippet.ts'

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
          Bewaar de map, pak haar uit, en zet haar op je website. Dat kan met het programma of de pagina waarmee je ook je andere bestanden
          plaatst.
        </p>
        <div class="buttons">
          <button type="button" onClick={keepLibrary} disabled={busy}>
            Bewaar de map als zip
          </button>
        </div>
        <Field id="map" label="Waar staat de map?" value={folder} code onInput={(value) => update({ ...state, folder: value }, 'folder')} />
        <p class="soft">
          Dan is het bestand <code>{folderOf(folder)}toestemming.js</code> te openen in je browser.
        </p>
      </li>
      <li>
        <h3>Plak dit als eerste in de head van elke pagina</h3>
        <p>
          Direct na <code>&lt;head&gt;</code>, vóór alle andere code. In WordPress kan dat in het thema, of met een plug-in voor code in de
          head.
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
            Plak bij stap 2 de code die nu op je website staat. Dan staat hier de code die ervoor in de plaats komt. Wat je niet vervangt,
            wacht niet.
          </p>
        ) : changed ? (
          <>
            <p>Haal de oude code weg, en zet dit op dezelfde plaats.</p>
            {unknown && <p class="note">Er zit nog code bij die we niet kennen. Zeg bij stap 2 van wie ze is. Tot dan wacht ze niet.</p>}
            <Code id="gemarkeerd" label="de code die wacht op toestemming" text={marked.html} />
          </>
        ) : (
          <p>
            In wat je hebt geplakt, hoeft niets te veranderen{unknown ? ', zolang we niet weten van wie het is. Zeg dat bij stap 2' : ''}.
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
          Zet daar <code>{'<div data-toestemming="cookies"></div>'}</code>: dan staat de tabel er vanzelf, met de keuze van de bezoeker.
          Werkt je pagina liever zonder JavaScript? Zet dan deze tabel in die div, of ergens anders.
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
      </li>
      <li>
        <h3>Kijk of het klopt</h3>
        <p>
          Open je website in een privévenster. Druk op F12 en kies <em>Netwerk</em>. Voordat je kiest, mag daar niets van anderen staan. Of
          je voor een dienst toestemming nodig hebt, blijft jouw verantwoordelijkheid: dit is geen juridisch advies.
        </p>
        <details class="more">
          <summary>Voor wie het zelf bouwt: alleen de instellingen, als bestand</summary>
          <p>
            Zet het bestand op je website, en noem het in <code>data-config</code> van het script. Of geef de inhoud aan{' '}
            <code>createConsent</code>.
          </p>
          <Code id="json" label="de instellingen (JSON)" text={jsonOf(configuration)} file="toestemming.json" />
        </details>
      </li>
    </ol>
  )
}
