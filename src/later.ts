/** The lazy part for what comes after the page has loaded: the lasting trigger, and the end of the page. */

import labels from '../locales/trigger/labels.json'
import type { Settings } from './model/types.ts'
import { drawTrigger } from './ui/trigger.ts'

export { cutOff } from './gate/cutOff.ts'

export const showTrigger = (shown: boolean, settings: Settings, press: () => void) => drawTrigger(shown, settings, labels, press)
