import { rootOf } from './subject.ts'

/** Milliseconds; what never stops moving is measured as it moves. */
const patience = 1000

/** Waits until what is drawn has come to rest: what is still appearing is see-through. */
export async function still(page: Document): Promise<void> {
  const root = rootOf(page) as (ShadowRoot & { getAnimations?(): Animation[] }) | undefined
  const window = page.defaultView as Window
  const running = root?.getAnimations?.() ?? []
  await Promise.race([
    Promise.all(running.map(({ finished }) => finished.catch(() => {}))),
    new Promise((resolve) => window.setTimeout(resolve, patience)),
  ])
}
