/** Whether something can be seen and pressed. */

import { elementAt, isWithin, paintedWith } from './tree.ts'

export interface Sight {
  readonly box: DOMRect
  /** Why it cannot be seen at all, if so. */
  readonly hidden?: 'undrawn' | 'invisible' | 'transparent' | 'outside'
  /** Of the points that were tried, from 0 to 5, how many a press would reach. */
  readonly reached: number
  /** What a press would reach instead. */
  readonly by?: Element
  /** 1 is whole. */
  readonly opacity: number
}

const points = [
  [0.5, 0.5],
  [0.2, 0.2],
  [0.8, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
] as const

export function sightOf(element: Element): Sight {
  const page = element.ownerDocument
  const view = page.defaultView as Window
  const box = element.getBoundingClientRect()
  let opacity = 1
  for (const one of paintedWith(element)) opacity *= Number(view.getComputedStyle(one).opacity)
  const { width, height, left, top } = box
  const outside = left >= view.innerWidth || top >= view.innerHeight || box.right <= 0 || box.bottom <= 0
  const hidden =
    width < 2 || height < 2
      ? 'undrawn'
      : view.getComputedStyle(element).visibility !== 'visible'
        ? 'invisible'
        : opacity < 0.1
          ? 'transparent'
          : outside
            ? 'outside'
            : undefined
  let reached = 0
  let by: Element | undefined
  if (!hidden)
    for (const [across, down] of points) {
      const hit = elementAt(page, left + width * across, top + height * down)
      if (isWithin(hit, element)) reached++
      else if (hit) by ??= hit
    }
  return { box, reached, opacity, ...(hidden && { hidden }), ...(by && { by }) }
}

/** Whether it can be seen and pressed in its middle or most of it. */
export const isShown = ({ hidden, reached }: Sight): boolean => !hidden && reached > 2
