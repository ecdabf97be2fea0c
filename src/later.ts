/** The lazy part for what comes after the page has loaded: the lasting trigger, code that comes late, templates, and the end of the page. */

export { cutOff } from './gate/cutOff.ts'
export { startLate } from './gate/lateStart.ts'
export { releaseTemplate } from './gate/template.ts'
export { showTrigger } from './ui/trigger.ts'
