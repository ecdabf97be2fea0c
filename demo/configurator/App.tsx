/** The page: six steps, and beside them what visitors will see. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { pickLocale } from '../../src/model/locale.ts'
import type { Texts } from '../../src/model/types.ts'
import { Appearance } from './Appearance.tsx'
import { Beside } from './Beside.tsx'
import { Context, type Shared } from './context.ts'
import { dated } from './dated.ts'
import { Jump } from './Jump.tsx'
import { load } from './library.ts'
import { markPasted } from './markPasted.ts'
import { Paste } from './Paste.tsx'
import { mistakesIn } from './problems.ts'
import { Result } from './Result.tsx'
import { Services } from './Services.tsx'
import { empty } from './state.ts'
import { type Update, useAddress } from './useAddress.ts'
import { Website } from './Website.tsx'
import { Words } from './Words.tsx'

const steps = ['Je website', 'Code van anderen', 'Diensten', 'Uiterlijk', 'Teksten', 'Klaar: neem mee'] as const

export function App() {
  const [state, change] = useAddress()
  const [status, setStatus] = useState('')
  const [texts, setTexts] = useState<Texts>({})
  const { configuration, pasted } = state
  // Swedes write a day as ISO 8601 does.
  const update: Update = (next, key) =>
    change({ ...next, configuration: dated(configuration, next.configuration, new Date().toLocaleDateString('sv')) }, key)
  const mistakes = useMemo(() => mistakesIn(configuration), [configuration])
  const marked = useMemo(() => markPasted(pasted, configuration), [pasted, configuration])
  const [file] = pickLocale(configuration.locale ?? 'nl', configuration.register ?? 'je')
  const said = useRef<ReturnType<typeof setTimeout>[]>([])
  const aside = useRef<HTMLElement>(null)
  const sections = useRef<(HTMLElement | null)[]>([])

  useEffect(() => {
    let current = true
    Promise.all(['locales/', 'locales/panels/', 'locales/table/'].map((folder) => load(`${folder}${file}`)))
      .then((found) => current && setTexts(Object.assign({}, ...found.map((one) => (one as { default: Texts }).default))))
      // Without them the fields show no example.
      .catch(() => {})
    return () => {
      current = false
    }
  }, [file])

  const shared: Shared = {
    state,
    update,
    mistakes,
    texts,
    say(text) {
      // The same words twice are said twice.
      setStatus('')
      for (const timer of said.current) clearTimeout(timer)
      said.current = [setTimeout(() => setStatus(text), 50), setTimeout(() => setStatus(''), 8000)]
    },
  }
  const visit = (section: HTMLElement | null | undefined) => {
    section?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion)').matches ? 'auto' : 'smooth' })
    section?.querySelector('h2')?.focus({ preventScroll: true })
  }
  const contents = [
    <Website key={0} />,
    <Paste key={1} marked={marked} />,
    <Services key={2} />,
    <Appearance key={3} />,
    <Words key={4} />,
    <Result key={5} marked={marked} />,
  ]
  return (
    <Context.Provider value={shared}>
      <div class="wrap work">
        <div>
          <header>
            <p class="name">Toestemming</p>
            <h1>Stel je cookiebanner samen</h1>
            <p class="lead">
              In zes stappen, zonder te programmeren. Je ziet meteen wat je bezoekers zien. Alles blijft in je browser: wat je invult, staat
              alleen in het adres van deze pagina. Bewaar dat adres als je later verder wilt.
            </p>
            {state === empty && location.hash.length > 1 && (
              <p class="note" id="onleesbaar">
                Het adres waarmee je hier kwam, is niet heel: er is een stuk af, of iets bij gekomen. Daarom is alles nog leeg. Kopieer het
                hele adres nog eens. Of neem bij stap 1 de code over die op je website staat.
              </p>
            )}
            <nav class="steps" aria-label="Stappen">
              {steps.map((step, index) => (
                <button key={step} type="button" onClick={() => visit(sections.current[index])}>
                  <span aria-hidden="true">{index + 1}</span> {step}
                </button>
              ))}
            </nav>
          </header>
          <main>
            {steps.map((step, index) => (
              <section
                key={step}
                class="step"
                aria-labelledby={`stap-${index + 1}`}
                ref={(element) => {
                  sections.current[index] = element
                }}
              >
                <h2 id={`stap-${index + 1}`} tabIndex={-1}>
                  <span class="number">{index + 1}</span>
                  {step}
                </h2>
                {contents[index]}
              </section>
            ))}
            <p>
              <button type="button" class="quiet" onClick={() => update(empty)}>
                Begin opnieuw
              </button>{' '}
              <span class="soft">Vergist? Ga terug met de terugknop van je browser.</span>
            </p>
          </main>
        </div>
        <Beside place={aside} />
      </div>
      <Jump to={aside} />
      <p class="status" role="status">
        {status}
      </p>
    </Context.Provider>
  )
}
