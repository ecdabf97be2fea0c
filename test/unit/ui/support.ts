/** A page with the interface on it, and what the visitor does there. */
import { vi } from 'vitest'
import type { Category, Service, Settings } from '../../../src/model/types.ts'
import type { Actions, Mounts, OfferedCategory, View } from '../../../src/model/view.ts'
import * as table from '../../../src/table.ts'
import * as panels from '../../../src/ui/panels.tsx'
import { clear, draw } from '../../../src/ui/ui.tsx'
import { locale } from '../../support/texts.ts'

export const services: readonly Service[] = [
  { id: 'google-analytics', category: 'analytics', provider: 'Google', cookies: [{ name: '_ga', duration: 'P2Y' }], outsideEEA: true },
  { id: 'matomo', category: 'analytics', provider: 'Matomo', exempt: 'Geen cookies.' },
  { id: 'youtube', category: 'social', provider: 'Google', title: 'YouTube', purpose: { nl: 'Toont video’s.' }, privacy: '/youtube' },
  { id: 'vimeo', category: 'social', provider: 'Vimeo' },
  { id: 'site', category: 'functional', provider: 'Voorbeeld BV' },
]

export const settings: Settings = {
  owner: 'Voorbeeld BV',
  locale: 'nl',
  register: 'je',
  revision: 3,
  validDays: 180,
  links: { privacy: '/privacy', cookies: '/cookies' },
  categories: [{ id: 'functional' }, { id: 'analytics' }, { id: 'social' }],
  services,
  places: [],
  cookie: { name: 'toestemming', domain: null },
  signals: { google: 'basic', gpc: true, matomo: 'tracking' },
  urgency: 0,
  withdrawal: 'reload',
  unlisted: 'allow',
  requests: 'fail',
  ui: { layout: 'bar', theme: 'auto', trigger: 'bottom-left' },
  texts: {},
}

export function offer(category: Category, all: readonly Service[] = services): OfferedCategory {
  const own = all.filter((service) => service.category === category.id)
  const required = category.id === 'functional'
  return { ...category, required, asked: !required && own.some(({ exempt }) => !exempt), services: own }
}

export function createView(part: Partial<View> = {}): View {
  return {
    settings,
    texts: locale('nl-je'),
    lang: 'nl',
    categories: settings.categories.map((category) => offer(category)),
    answers: {},
    record: undefined,
    open: undefined,
    withdrawable: false,
    status: '',
    gpc: false,
    ...part,
  }
}

export function createPage() {
  document.body.innerHTML = ''
  const host = document.createElement('toestemming-ui')
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  const actions = {
    acceptAll: vi.fn<Actions['acceptAll']>(),
    rejectAll: vi.fn<Actions['rejectAll']>(),
    save: vi.fn<Actions['save']>(),
    withdraw: vi.fn<Actions['withdraw']>(),
    open: vi.fn<Actions['open']>(),
    close: vi.fn<Actions['close']>(),
    reload: vi.fn<Actions['reload']>(),
  }
  const mounts: { settings: Element[]; cookies: Element[] } = { settings: [], cookies: [] }
  const mount = (name: keyof Mounts) => {
    const element = document.createElement('div')
    element.innerHTML = '<p>Eigen tekst</p>'
    document.body.append(element)
    mounts[name].push(element)
    return { element, root: () => element.firstElementChild?.shadowRoot as ShadowRoot }
  }
  return {
    root,
    actions,
    mounts,
    mount,
    draw: (part: Partial<View> = {}) => draw(root, mounts, createView(part), actions, { ...panels, ...table }),
    clear: () => clear(root, mounts),
  }
}

export function action(root: ShadowRoot, name: string): HTMLButtonElement {
  const button = root.querySelector<HTMLButtonElement>(`[data-toestemming-action="${name}"]`)
  if (!button) throw new Error(`There is no control for ${name}.`)
  return button
}

export function input(root: ShadowRoot, name: string): HTMLInputElement {
  const found = root.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  if (!found) throw new Error(`There is no switch named ${name}.`)
  return found
}

/** What each switch shows, by name. */
export function shown(root: ShadowRoot): Record<string, boolean> {
  return Object.fromEntries([...root.querySelectorAll('input')].map(({ name, checked }) => [name, checked]))
}
