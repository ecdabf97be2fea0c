/** The banner as it is drawn: measured while it is shown, and never opened for it. */

import type { review } from '../review.ts'
import type { Context } from './context.ts'
import type { Finding } from './finding.ts'

export async function checkBanner(load: () => Promise<{ readonly review: typeof review }>, { settings }: Context): Promise<Finding[]> {
  if (!document.querySelector('toestemming-ui')?.shadowRoot?.querySelector('[data-toestemming-action]')) return []
  const { review } = await load()
  const { findings } = await review(document, { configuration: settings })
  return findings.map(({ code, regulator, level, place, figure, text, remedy, element }) => ({
    level,
    topic: 'Banner',
    // The same at another width has other figures.
    key: `banner ${code} ${place} ${text.en}`,
    text: `${text.en} Found (${code}${regulator.length ? `, rule ${regulator.join(' and ')} of the Dutch regulator` : ''}, ${place}): ${figure.en}. ${remedy.en}`,
    ...(element && { element }),
  }))
}
