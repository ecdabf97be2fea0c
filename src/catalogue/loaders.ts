/** The catalogue by id, each service in a file of its own that is fetched only when it is named. */

import type { Service } from '../model/types.ts'

type Loaded = Promise<{ readonly default: unknown }>

const files: Readonly<Record<string, () => Loaded>> = {
  'google-ads': () => import('./google-ads.json'),
  'google-analytics': () => import('./google-analytics.json'),
  'google-recaptcha': () => import('./google-recaptcha.json'),
  matomo: () => import('./matomo.json'),
  'meta-pixel': () => import('./meta-pixel.json'),
  youtube: () => import('./youtube.json'),
}

/** Every id in the catalogue. */
export const catalogueIds: readonly string[] = Object.keys(files)

/** One service of the catalogue, or nothing for an id that is not in it. */
export async function loadService(id: string): Promise<Service | undefined> {
  return catalogueIds.includes(id) ? ((await files[id]?.())?.default as Service) : undefined
}
