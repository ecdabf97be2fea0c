/** The catalogue by id, each service in a file of its own that is fetched only when it is named. */

import type { Service } from '../model/types.ts'
import type { catalogueIds } from './ids.ts'

type Loaded = Promise<{ readonly default: unknown }>

const files: Readonly<Record<(typeof catalogueIds)[number], () => Loaded>> = {
  'google-ads': () => import('./google-ads.json'),
  'google-analytics': () => import('./google-analytics.json'),
  'google-recaptcha': () => import('./google-recaptcha.json'),
  matomo: () => import('./matomo.json'),
  'meta-pixel': () => import('./meta-pixel.json'),
  youtube: () => import('./youtube.json'),
}

/** One service of the catalogue, by an id that is in it. */
export async function loadService(id: (typeof catalogueIds)[number]): Promise<Service> {
  return (await files[id]()).default as Service
}
