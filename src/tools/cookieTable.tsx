/** The cookie table for readers without script: what the page shows, without what only a visitor can have chosen. */

import { isDay } from '../model/isDay.ts'
import { fill } from '../model/text.ts'
import type { Settings, Texts } from '../model/types.ts'
import type { Actions, OfferedCategory, View } from '../model/view.ts'
import { ownServices } from '../own.ts'
import { CategoryGroup } from '../ui/CategoryGroup.tsx'
import { declared } from '../ui/declared.ts'
import { createScene } from '../ui/scene.ts'
import { type Node, nodesOf } from './nodes.ts'

/** Nothing is pressed in a file. */
const actions = {} as Actions

/** @param date when it was written, as it is to be read */
export function cookieTable(settings: Settings, texts: Texts, lang: string, date: string): Node[] {
  const categories = settings.categories.flatMap((one): OfferedCategory[] => {
    const required = one.id === 'functional'
    const services = [...settings.services, ...ownServices(settings)].filter(({ category }) => category === one.id)
    return services.length || required ? [{ ...one, required, asked: !required && services.some(({ exempt }) => !exempt), services }] : []
  })
  // Whether somebody chose, and what, is for the page to say.
  const view: View = {
    settings,
    texts: { ...texts, 'table.never': '' },
    lang,
    categories,
    answers: {},
    record: undefined,
    open: undefined,
    withdrawable: false,
    status: '',
    gpc: false,
  }
  const scene = createScene(view, actions, {}, () => {})
  return nodesOf([
    <h2 key="title">{scene.say('table.title')}</h2>,
    <p key="text">{scene.say('table.text')}</p>,
    ...categories.map((category) => <CategoryGroup key={category.id} scene={scene} category={category} told />),
    <p key="version">{isDay(settings.updated) ? declared(scene) : fill(version[lang] ?? '', { revision: settings.revision, date })}</p>,
  ])
}

/** Where the owner names no day of the last change: only a file has one of its own. */
const version: Readonly<Record<string, string>> = {
  nl: 'Versie {revision}, gemaakt op {date}.',
  'nl-be': 'Versie {revision}, gemaakt op {date}.',
  en: 'Version {revision}, made on {date}.',
  de: 'Version {revision}, erstellt am {date}.',
  fr: 'Version {revision}, créée le {date}.',
  es: 'Versión {revision}, creada el {date}.',
  it: 'Versione {revision}, creata il {date}.',
  pl: 'Wersja {revision}, data utworzenia: {date}.',
  tr: 'Sürüm {revision}, oluşturma tarihi: {date}.',
  uk: 'Версія {revision}, створено: {date}.',
  ar: 'الإصدار {revision}، أُنشئ في {date}.',
  fy: 'Ferzje {revision}, makke op {date}.',
}
