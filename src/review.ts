/** The review of a banner as it is drawn: `dist/review.js`, complete in itself. */

export { review } from './review/review.ts'
export type { Both, Control, Finding, Place, Review, ReviewedConfiguration, ReviewOptions, Rule, Unmeasured } from './review/types.ts'
