/** The lazy part for share buttons: fills in the page where a link names none, and shows the device's own way to share where there is one. */

export { completeShares } from './gate/completeShares.ts'
