/** Every text of each locale, its parts together again. */

import blocksEn from '../../locales/blocks/en.json'
import blocksJe from '../../locales/blocks/nl-je.json'
import blocksU from '../../locales/blocks/nl-u.json'
import en from '../../locales/en.json'
import formsEn from '../../locales/forms/en.json'
import formsJe from '../../locales/forms/nl-je.json'
import formsU from '../../locales/forms/nl-u.json'
import gpcEn from '../../locales/gpc/en.json'
import gpcJe from '../../locales/gpc/nl-je.json'
import gpcU from '../../locales/gpc/nl-u.json'
import je from '../../locales/nl-je.json'
import u from '../../locales/nl-u.json'
import panelsEn from '../../locales/panels/en.json'
import panelsJe from '../../locales/panels/nl-je.json'
import panelsU from '../../locales/panels/nl-u.json'
import type { Texts } from '../../src/model/types.ts'

export const texts = {
  je: { ...je, ...panelsJe, ...blocksJe, ...formsJe, ...gpcJe },
  u: { ...u, ...panelsU, ...blocksU, ...formsU, ...gpcU },
  en: { ...en, ...panelsEn, ...blocksEn, ...formsEn, ...gpcEn },
} satisfies Record<string, Texts>
