import type { Finding, Level, Topic } from './finding.ts'

/** Where findings are kept: each once, told a moment after the last one came, so that what belongs together stands together. */
export interface Notebook {
  add(...found: readonly (Finding | undefined)[]): void
  readonly findings: readonly Finding[]
}

const levels: readonly Level[] = ['error', 'warning', 'note']
const topics: readonly Topic[] = ['Configuration', 'Page', 'Banner', 'Requests', 'Cookies and storage']

/** Milliseconds in which no other finding must come before they are told. */
const pause = 250

export function createNotebook(tell: (found: readonly Finding[]) => void): Notebook {
  const findings: Finding[] = []
  let fresh: Finding[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  return {
    findings,
    add(...found) {
      for (const one of found) {
        if (!one || findings.some(({ key }) => key === one.key)) continue
        findings.push(one)
        fresh.push(one)
        clearTimeout(timer)
        timer = setTimeout(() => {
          tell(fresh)
          fresh = []
        }, pause)
      }
    },
  }
}

/** Tells findings on the console: a group per topic, the worst first. */
export function tellFindings(found: readonly Finding[]): void {
  for (const topic of topics) {
    const some = found.filter((one) => one.topic === topic)
    if (!some.length) continue
    console.group(`[toestemming debug] ${topic}: ${countOf(some)}`)
    for (const level of levels)
      for (const one of some.filter((other) => other.level === level)) {
        const { text, paste, element } = one
        const say = { error: console.error, warning: console.warn, note: console.info }[level]
        say(paste ? `${text}\n\n${paste}\n` : text, ...(element ? [element] : []))
      }
    console.groupEnd()
  }
}

/** `2 errors, 1 note` */
export function countOf(found: readonly Finding[]): string {
  return levels
    .map((level) => [found.filter((one) => one.level === level).length, level] as const)
    .filter(([amount]) => amount)
    .map(([amount, level]) => `${amount} ${level}${amount > 1 ? 's' : ''}`)
    .join(', ')
}
