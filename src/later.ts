/** The lazy part for what comes after the page has loaded: the lasting trigger, share buttons, and the end of the page. */

import near from '../locales/trigger/labels.json'
import { languageOf } from './model/locale.ts'
import type { Settings } from './model/types.ts'
import { drawTrigger } from './ui/trigger.ts'

export { cutOff } from './gate/cutOff.ts'

/** The trigger's words by language: Dutch and English, and the others once they have been asked for. */
let labels: Readonly<Record<string, string>> = near
let draw: () => void
let more: Promise<unknown> | undefined

/** Fetches what is needed to say it in the language of this tag. What does not arrive is said in Dutch. */
const prepare = async (tag: string) => {
  if (labels[languageOf(tag)]) return
  more ??= import('./labels.ts').then((module) => {
    labels = { ...near, ...module.labels }
  }, Boolean)
  // It is the way to withdraw: it waits for no word for long.
  await Promise.race([more, new Promise((resolve) => setTimeout(resolve, 2000))])
}

export function showTrigger(shown: boolean, settings: Settings, press: () => void): void {
  draw = () => drawTrigger(shown, settings, labels, press)
  // Drawn as it was asked for last.
  void prepare(settings.locale || document.documentElement.lang).then(() => draw())
}

// Before the first press, so that the trigger is there in time for the focus.
void prepare(document.documentElement.lang)

// Share buttons are plain links; what makes them more is fetched by pages that have them only.
const share = () => {
  if (document.querySelector('[data-toestemming-share]')) void import('./share.ts').then((module) => module.completeShares(), Boolean)
}
// Those that the browser has still to read are completed as well.
if (document.readyState === 'complete') share()
else addEventListener('load', share)
