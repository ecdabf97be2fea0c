import type { Configuration } from '../../src/model/settings.ts'
import { categoryIds } from './edit.ts'

/** As the Dutch texts call them. */
const titles: Readonly<Record<string, string>> = {
  functional: 'Functioneel',
  analytics: 'Statistieken',
  tracking: 'Tracking en advertenties',
  social: 'Sociale media en video',
  recaptcha: 'Spamcontrole',
}

export const titleOf = (configuration: Configuration, id: string): string => configuration.categories?.[id]?.title || titles[id] || id

export const categoryOptions = (configuration: Configuration): readonly (readonly [string, string])[] =>
  categoryIds(configuration).map((id) => [id, id === 'functional' ? 'Functioneel (wacht niet)' : titleOf(configuration, id)])
