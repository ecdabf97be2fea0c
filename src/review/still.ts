import { rootOf } from './subject.ts'

/** Milliseconds; in a tab in the background nothing moves on by itself. */
const patience = 1000

/** Waits until what is drawn has come to rest: what is still appearing is see-through. What has not by then is taken to its end, where it has one. */
export async function still(page: Document): Promise<void> {
  const root = rootOf(page) as (ShadowRoot & { getAnimations?(): Animation[] }) | undefined
  const window = page.defaultView as Window
  const running = root?.getAnimations?.() ?? []
  await Promise.race([
    Promise.all(running.map(({ finished }) => finished.catch(() => {}))),
    new Promise((resolve) => window.setTimeout(resolve, patience)),
  ])
  for (const animation of running)
    if (animation.playState !== 'finished' && animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
}
