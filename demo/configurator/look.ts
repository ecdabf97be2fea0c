/** The owner's colours and font as the custom properties that the library knows. Pure. */

import type { Configuration } from '../../src/model/settings.ts'
import type { Look } from './state.ts'

/** Of what the library draws on, what leaves least contrast: the shade behind a category. */
const surfaces = { light: '#f4f6f9', dark: '#1d252f' }
const enough = 4.5

const isColour = (text: string | undefined): text is string => /^#[\da-f]{6}$/i.test(text ?? '')
const channels = (colour: string) => [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16))

/** Relative luminance. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((first, second) => second - first) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour itself where it can be read on this surface, else the nearest mix with white or black that can. */
export function readable(colour: string, surface: 'light' | 'dark'): string {
  const goal = surface === 'light' ? 0 : 255
  for (let share = 0; share <= 1; share += 0.02) {
    const mixed = `#${channels(colour)
      .map((value) =>
        Math.round(value + (goal - value) * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
    if (contrast(mixed, surfaces[surface]) >= enough) return mixed
  }
  return surface === 'light' ? '#000000' : '#ffffff'
}

/** Black or white, whichever can be read better on a colour. */
export const onColour = (colour: string): string => (contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000')

type Properties = Readonly<Record<string, string>>

/** The custom properties for one scheme. */
export function properties({ accent, onAccent, font }: Look, scheme: 'light' | 'dark'): Properties {
  const colour = isColour(accent) ? readable(accent, scheme) : undefined
  const own = isColour(onAccent) && colour === accent?.toLowerCase() ? onAccent : undefined
  return {
    ...(colour && { '--toestemming-accent': colour, '--toestemming-on-accent': own ?? onColour(colour) }),
    ...(font && { '--toestemming-font': font.replace(/[{}<>;]/g, '') }),
  }
}

/** What goes into the owner's page; empty where nothing was chosen. */
export function styleSheet(look: Look, { ui }: Configuration): string {
  const theme = ui?.theme ?? 'auto'
  const rule = (values: Properties) =>
    `:root { ${Object.entries(values)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ')} }`
  const light = properties(look, theme === 'dark' ? 'dark' : 'light')
  if (!Object.keys(light).length) return ''
  const dark = properties(look, 'dark')
  const changed = Object.fromEntries(Object.entries(dark).filter(([name, value]) => light[name] !== value))
  return theme === 'auto' && Object.keys(changed).length
    ? `${rule(light)}\n@media (prefers-color-scheme: dark) { ${rule(changed)} }`
    : rule(light)
}

/** What is wrong with the colours, in words; empty where all can be read. */
export function colourProblem({ accent, onAccent }: Look): string {
  if (!isColour(accent) || !isColour(onAccent)) return ''
  const found = contrast(accent, onAccent)
  return found >= enough
    ? ''
    : `Deze tekst is slecht te lezen op de knoppen: het contrast is ${found.toFixed(1).replace('.', ',')}, en moet minstens 4,5 zijn. Kies een andere kleur, of laat ons kiezen.`
}

export const isDarkened = (accent: string | undefined): boolean => isColour(accent) && readable(accent, 'light') !== accent.toLowerCase()
