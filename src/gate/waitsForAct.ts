/**
 * Whether something waits for what the visitor does, and for no consent: no choice ever fulfils `functional !functional`. So it is asked of nobody
 * beforehand, and whoever allows everything has not allowed it yet.
 */
export function waitsForAct(words: readonly string[]): boolean {
  return words.includes('functional') && words.includes('!functional')
}
