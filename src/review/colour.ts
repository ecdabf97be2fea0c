/** Colours as numbers, and the contrast of two of them. */

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

export const white: Colour = [255, 255, 255, 1]

/** Reads a computed colour; nothing where neither we nor the page's canvas can. */
export function colourOf(text: string, page: Document): Colour | undefined {
  const numbers = (text.match(/-?[\d.]+(e-?\d+)?%?/g) ?? []).map((one) => Number.parseFloat(one) * (one.endsWith('%') ? 0.01 : 1))
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers
  if (/^rgba?\(/.test(text)) return [red, green, blue, alpha]
  if (/^color\(srgb /.test(text)) return [red * 255, green * 255, blue * 255, alpha]
  if (text === 'transparent') return [0, 0, 0, 0]
  return painted(text, page)
}

/** Other notations the browser turns into what it would paint. */
function painted(text: string, page: Document): Colour | undefined {
  const canvas = page.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.fillStyle = text
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
}

/** What is seen of one colour over another. */
export function over([red, green, blue, alpha]: Colour, [underRed, underGreen, underBlue, underAlpha]: Colour): Colour {
  const rest = underAlpha * (1 - alpha)
  const sum = alpha + rest
  const blend = (upper: number, lower: number) => (sum ? (upper * alpha + lower * rest) / sum : 0)
  return [blend(red, underRed), blend(green, underGreen), blend(blue, underBlue), sum]
}

/** The same colour, seen through. */
export const faded = ([red, green, blue, alpha]: Colour, opacity: number): Colour => [red, green, blue, alpha * opacity]

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = Math.min(Math.max(value, 0), 255) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** From 1, the same, to 21, black and white: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const [first, second] = [luminance(one), luminance(other)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}
