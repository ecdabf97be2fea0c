/** A `getResponse` for who looks for an answer before the vendor is there: there is none, and that somebody looked for one is known. */

let looked = 0

export const noAnswer = (): string => {
  looked++
  return ''
}

/** How often somebody has looked. */
export const timesLooked = (): number => looked

/** A `reset` then: there is nothing to do. */
export const noReset = (): void => {}
