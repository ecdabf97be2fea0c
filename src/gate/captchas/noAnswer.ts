/** A `getResponse` for who looks for an answer before the vendor is there: there is none, and that somebody looked for one is known. */

let looked = 0
let lookedAtOnce = 0

export const noAnswer = (): string => {
  looked++
  // What looks every so often does so outside any event.
  if (/^(click|key|submit)/.test(`${window.event?.type}`)) lookedAtOnce++
  return ''
}

/** How often somebody has looked. */
export const timesLooked = (): number => looked
/** How often while a press was being told of. */
export const timesLookedAtOnce = (): number => lookedAtOnce

/** A `reset` then: there is nothing to do. */
export const noReset = (): void => {}
