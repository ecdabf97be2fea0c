/** The rules of thumb of the Dutch regulator, measured on the banner as it is drawn, on a phone and on a desk. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Finding, Review } from '../../src/review.ts'
import { useShared } from './context.ts'
import { createFrame } from './frame.ts'
import { type JoinedFinding, joinFindings } from './joinFindings.ts'
import { load } from './library.ts'
import { asks, exampleOf } from './Preview.tsx'
import type { State } from './state.ts'

/** What each of the nine asks, in our words. */
const rules = [
  'Je vertelt waarvoor je cookies gebruikt',
  'Er staat niets vooraf aan',
  'De tekst is duidelijk',
  'De keuzes staan bij elkaar',
  'Geen keuze is verstopt',
  'Weigeren kost geen extra klikken',
  'Weigeren is een knop, geen onopvallende link',
  'Duidelijk is hoe je toestemming intrekt',
  'Toestemming is iets anders dan een gerechtvaardigd belang',
]

const sizes = [
  ['op een telefoon', 360, 640],
  ['op een computer', 1280, 800],
] as const

interface Measured {
  readonly findings: readonly JoinedFinding[]
  /** By number of the rule, whether anything was measured for it. */
  readonly seen: ReadonlySet<number>
  readonly count: number
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

async function measure(state: State, holder: HTMLElement, going: () => boolean): Promise<Measured | undefined> {
  const { review } = (await load('review')) as { review: typeof import('../../src/review.ts').review }
  const found: [on: string, findings: readonly Finding[]][] = []
  const seen = new Set<number>()
  const codes = new Set<string>()
  for (const [on, width, height] of sizes) {
    const frame = createFrame('Controle', exampleOf(state, 'light', true))
    // It is there for a moment, and nobody can come into it.
    frame.tabIndex = -1
    frame.width = String(width)
    frame.height = String(height)
    try {
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
      holder.append(frame)
      await loaded
      const page = () => frame.contentDocument
      const drawn = () => page()?.querySelector('toestemming-ui')?.shadowRoot?.querySelector('[data-toestemming-view="banner"]')
      for (let time = 0; time < 5000 && !drawn() && going(); time += 50) await pause(50)
      const document = page()
      if (!going() || !document) return undefined
      const { findings, kept }: Review = await review(document, { configuration: state.configuration as object, touched: false })
      found.push([on, findings])
      for (const { code, regulator } of [...findings, ...kept]) {
        codes.add(code)
        for (const number of regulator) seen.add(number)
      }
    } finally {
      frame.remove()
    }
  }
  return { findings: joinFindings(found), seen, count: codes.size }
}

export function Check() {
  const { state, mistakes } = useShared()
  const [measured, setMeasured] = useState<Measured>()
  const [failed, setFailed] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const wrong = mistakes.some(({ harmless }) => !harmless)
  const nothing = !asks(state.configuration)
  const key = JSON.stringify([state.configuration, state.look])

  useEffect(() => {
    if (wrong || nothing) return setMeasured(undefined)
    let going = true
    const timer = setTimeout(() => {
      if (holder.current)
        measure(state, holder.current, () => going).then(
          (result) => {
            if (!going || !result) return
            setMeasured(result)
            setFailed(false)
          },
          () => going && setFailed(true),
        )
    }, 900)
    return () => {
      going = false
      clearTimeout(timer)
    }
  }, [key, wrong, nothing])

  const findings = measured?.findings ?? []
  const of = (number: number) => findings.filter(({ regulator }) => regulator.includes(number))
  const others = findings.filter(({ regulator }) => !regulator.length)
  return (
    <>
      <p role="status">
        {failed
          ? 'De controle kon niet worden gedaan.'
          : nothing
            ? 'Zodra er iets te vragen is, meten we de banner hier na.'
            : !measured
              ? 'We meten de banner na…'
              : findings.length
                ? `Let op: ${findings.length === 1 ? '1 punt' : `${findings.length} punten`} om naar te kijken.`
                : `In orde: ${measured.count} punten gemeten, op een telefoon en op een computer.`}
      </p>
      {measured && (
        <ol class="rules">
          {rules.map((rule, index) => {
            const here = of(index + 1)
            const state = here.some(({ level }) => level === 'error')
              ? 'wrong'
              : here.length
                ? 'doubt'
                : measured.seen.has(index + 1)
                  ? 'right'
                  : 'unseen'
            return (
              <li key={rule} class={state}>
                <span>{rule}</span> <span class="badge">{verdicts[state]}</span>
                {here.map((finding) => (
                  <Found key={finding.key} finding={finding} />
                ))}
              </li>
            )
          })}
        </ol>
      )}
      {others.length > 0 && (
        <>
          <h3>Verder</h3>
          <ul class="rules">
            {others.map((finding) => (
              <li key={finding.key} class={finding.level === 'error' ? 'wrong' : 'doubt'}>
                <Found finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="measuring" ref={holder} aria-hidden="true" />
    </>
  )
}

const verdicts = { right: 'in orde', wrong: 'niet in orde', doubt: 'kijk hiernaar', unseen: 'niet gemeten' }

function Found({ finding }: { readonly finding: JoinedFinding }) {
  return (
    <div class="finding">
      <p>
        {finding.text.nl}{' '}
        <span class="soft">
          ({finding.figure.nl}
          {finding.on.length === 1 ? `, ${finding.on[0]}` : ''})
        </span>
      </p>
      <p>{finding.remedy.nl}</p>
    </div>
  )
}
