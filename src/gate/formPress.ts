/**
 * Whether a press in a form, the last of all forms, leads the page's code to ask the vendor: at once, or once it has waited for something of its own.
 * To look for an answer is to ask as well; but there are pages that look every so often, whatever is pressed.
 */

import { timesLooked, timesLookedAtOnce } from './captchas/noAnswer.ts'
import type { Wish } from './formWish.ts'

/** How often that is looked at, in milliseconds. */
const beat = 200
/** And how many times: for as long as a browser takes what a page does to come from a press. */
const most = 25

/** How many looks long nobody looks for an answer again, if a press has led to it. */
const still = 6

/** The calls that wait for the vendor, as they are kept; `execute` tells what it was called with. */
type Calls = () => ((() => void) & { values?: readonly unknown[] })[]

/** What a call asks, as a text: the same code may ask for several things. */
const wordsOf = (call: ReturnType<Calls>[number]) => `${call}${call.values?.map((value) => Object.values(Object(value)))}`

/** Whether it is what was pressed, or the same that the page has drawn in its place since. */
export const isSame = (by: HTMLElement, earlier: HTMLElement | null | undefined): boolean =>
  by === earlier || (!!earlier && !earlier.isConnected && by.isEqualNode(earlier))

let pressed: HTMLElement | undefined
let isAgain = false
/** How many calls waited before. */
let before = 0
/** How often somebody had looked for an answer, when we looked last. */
let seen = 0
/** Whether somebody looks for one without a press. */
let isUsual = false
let timer: ReturnType<typeof setTimeout> | undefined

/** Whether the last press was on this, and has led to a call. */
export const hasAsked = (by: HTMLElement, calls: Calls): boolean => isSame(by, pressed) && calls().length > before

/**
 * @param isOver whether there is nothing more to look for
 * @param asked is told of each look at which there is a call; `isLate` at all but the first, which is also told that an answer was looked for
 */
export function watchPress(
  by: HTMLElement,
  calls: Calls,
  isOver: () => boolean,
  asked: (how: Wish['how'], isLate?: boolean) => void,
): void {
  isAgain = isSame(by, pressed)
  if (!isAgain) before = calls().length
  isUsual ||= !pressed && timesLooked() > seen
  pressed = by
  seen = timesLooked()
  const atOnce = timesLookedAtOnce()
  /** Looks since somebody looked for an answer. */
  let since = Number.NaN
  const look = (looks: number) => {
    since = timesLooked() > seen ? 0 : since + 1
    seen = timesLooked()
    if (!looks || isOver()) pressed = undefined
    else {
      if (hasAsked(by, calls)) {
        // Who waits before asking does so after each press, and each of them asks the same: one is enough.
        if (isAgain)
          calls().push(
            ...new Map(
              calls()
                .splice(before)
                .map((call) => [wordsOf(call), call]),
            ).values(),
          )
        asked('call', looks < most)
      } else if (looks === most ? timesLookedAtOnce() > atOnce : since === still && !isUsual) asked('press')
      timer = setTimeout(look, beat, looks - 1)
    }
  }
  clearTimeout(timer)
  timer = setTimeout(look, 0, most)
}
