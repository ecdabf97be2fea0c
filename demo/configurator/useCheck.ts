/** Measures the banner as it is drawn, on a phone and on a desk, each time that something changes. */

import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Finding, Review } from '../../src/review.ts'
import { useShared } from './context.ts'
import { createFrame } from './frame.ts'
import { type JoinedFinding, joinFindings } from './joinFindings.ts'
import { load } from './library.ts'
import { asks, exampleOf } from './Preview.tsx'
import type { State } from './state.ts'

const sizes = [
  ['op een telefoon', 360, 640],
  ['op een computer', 1280, 800],
] as const

export interface Measured {
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

/** How it stands: of each of the nine rules, once measured, what was found, and what no rule of the nine is about. */
export interface Checked {
  readonly measured: Measured | undefined
  readonly failed: boolean
  /** There is nothing to ask, so nothing to measure. */
  readonly nothing: boolean
  /** Where the frames are that are measured. */
  readonly holder: RefObject<HTMLDivElement | null>
}

export function useCheck(): Checked {
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

  return { measured, failed, nothing, holder }
}

export type Verdict = 'right' | 'wrong' | 'doubt' | 'unseen'

/** Of the rule with this number, from 1. */
export function verdictOf({ findings, seen }: Measured, number: number): Verdict {
  const here = findings.filter(({ regulator }) => regulator.includes(number))
  if (here.some(({ level }) => level === 'error')) return 'wrong'
  return here.length ? 'doubt' : seen.has(number) ? 'right' : 'unseen'
}
