/** What colours an element is really seen in: with everything that lies under it, and whatever is made see-through around it. */

import { type Colour, colourOf, contrast, faded, over, white } from './colour.ts'
import { paintedWith } from './tree.ts'

export interface Paint {
  /** Of the text, as seen. */
  readonly text: Colour
  /** Behind the text. */
  readonly fill: Colour
  /** What lies around the element. */
  readonly surface: Colour
  /** Of its border, or of the surface where there is none. */
  readonly edge: Colour
  /** How much is left of it: 1 is whole. */
  readonly opacity: number
}

/** Nothing where a picture or a blend makes it impossible to say. */
export function paintOf(element: Element): Paint | undefined {
  const page = element.ownerDocument
  const view = page.defaultView
  if (!view) return undefined
  const chain = paintedWith(element).reverse()
  const styles = chain.map((one) => view.getComputedStyle(one))
  const own = styles.at(-1) as CSSStyleDeclaration
  const colour = (text: string) => colourOf(text, page)
  const fills = styles.map(({ backgroundColor }) => colour(backgroundColor))
  // What lies under an opaque ground, such as the page's own picture under the banner, is not seen.
  const ground = fills
    .map((fill, index) => index < fills.length - 1 && fill?.[3] === 1 && styles[index]?.backgroundImage === 'none')
    .lastIndexOf(true)
  if (
    styles.some(
      ({ backgroundImage, mixBlendMode, filter }, index) =>
        (index > ground && backgroundImage !== 'none') || mixBlendMode !== 'normal' || filter !== 'none',
    )
  )
    return undefined
  const [ink, line] = [colour(own.color), colour(own.borderTopColor)]
  if (!ink || !line || fills.some((one) => !one)) return undefined

  /** The pixel that is seen when this is painted last, in the innermost. */
  const pixel = (last: (under: Colour) => Colour) => {
    const paint = (index: number, under: Colour): Colour => {
      const innermost = index === chain.length - 1
      const fill = fills[index] as Colour
      const inner = innermost ? last(under) : paint(index + 1, over(fill, under))
      return over(faded(inner, Number(styles[index]?.opacity ?? 1)), under)
    }
    return paint(0, white)
  }
  const fill = fills.at(-1) as Colour
  const bordered = Number.parseFloat(own.borderTopWidth) >= 1 && own.borderTopStyle !== 'none'
  return {
    text: pixel((under) => over(ink, over(fill, under))),
    fill: pixel((under) => over(fill, under)),
    surface: pixel((under) => under),
    edge: pixel((under) => (bordered ? over(line, over(fill, under)) : under)),
    opacity: styles.reduce((product, { opacity }) => product * Number(opacity), 1),
  }
}

/** Of the text on its own ground. */
export const textContrast = ({ text, fill }: Paint): number => contrast(text, fill)

/** Of the whole thing on what is around it: by its fill or by its edge, whichever shows best. */
export const edgeContrast = ({ fill, edge, surface }: Paint): number => Math.max(contrast(fill, surface), contrast(edge, surface))

/** What a text of this size and weight needs (WCAG 1.4.3): large is 24 px, or 18.66 px in bold. */
export function neededContrast({ fontSize, fontWeight }: CSSStyleDeclaration): 3 | 4.5 {
  const size = Number.parseFloat(fontSize)
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5
}
