/** The lazy part for what comes after the page has loaded: the lasting trigger, share buttons, and the end of the page. */

import labels from '../locales/trigger/labels.json'
import type { Settings } from './model/types.ts'
import { drawTrigger } from './ui/trigger.ts'

export { cutOff } from './gate/cutOff.ts'

export const showTrigger = (shown: boolean, settings: Settings, press: () => void) => drawTrigger(shown, settings, labels, press)

// Share buttons are plain links; what makes them more is fetched by pages that have them only.
if (document.querySelector('[data-toestemming-share]')) void import('./share.ts').then((module) => module.completeShares(), Boolean)
