/** The lazy part for what is released with more care: code that comes after the page has loaded, templates, and frames. */

import { createRelease } from './gate/template.ts'

export { represent, startLate } from './gate/lateStart.ts'
export { prepare } from './gate/otherAddress.ts'
export { readAhead } from './gate/readAhead.ts'

/** Beside this file in `dist/`, and a chunk of a bundler's from npm. */
export const releaseTemplate = createRelease(() => import('./embeds.ts'))
