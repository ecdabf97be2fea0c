import { describe, expect, it } from 'vitest'
import { type Colour, colourOf, contrast, faded, luminance, over, white } from '../../../src/review/colour.ts'

const black: Colour = [0, 0, 0, 1]

describe('contrast', () => {
  it('is that of WCAG: 21 for black on white, 1 for the same, and the same either way round', () => {
    expect(contrast(black, white)).toBeCloseTo(21, 5)
    expect(contrast(white, white)).toBe(1)
    expect(contrast([255, 0, 0, 1], white)).toBeCloseTo(contrast(white, [255, 0, 0, 1]), 10)
  })

  it.each([
    // The well-known greys that just pass and just fail on white, and two pure colours.
    ['#767676', [118, 118, 118, 1], 4.54],
    ['#777777', [119, 119, 119, 1], 4.48],
    ['#ff0000', [255, 0, 0, 1], 4.0],
    ['#0000ff', [0, 0, 255, 1], 8.59],
  ] as const)('of %s on white', (_, colour, wanted) => {
    expect(contrast(colour, white)).toBeCloseTo(wanted, 2)
  })

  it('is of what is seen: half black over white is a grey', () => {
    const [red, green, blue, alpha] = over(faded(black, 0.5), white)
    expect([red, green, blue, alpha]).toEqual([127.5, 127.5, 127.5, 1])
    expect(luminance(over([0, 0, 0, 0], white))).toBe(1)
  })
})

describe('a computed colour', () => {
  it.each([
    ['rgb(23, 79, 140)', [23, 79, 140, 1]],
    ['rgba(0, 0, 0, 0.25)', [0, 0, 0, 0.25]],
    ['rgb(0 0 0 / 50%)', [0, 0, 0, 0.5]],
    ['color(srgb 1 0.5 0)', [255, 127.5, 0, 1]],
    ['color(srgb 0 0 0 / 0.1)', [0, 0, 0, 0.1]],
    ['transparent', [0, 0, 0, 0]],
  ])('%s is read', (text, wanted) => {
    expect(colourOf(text, document)).toEqual(wanted)
  })
})
