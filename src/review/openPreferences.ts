import { still } from './still.ts'
import { actionOf, rootOf, type Subject, subjectOf } from './subject.ts'

/** How long the view may take to be drawn, and the trigger that comes with it, milliseconds. */
const patience = { view: 5000, trigger: 1000 }

/** Opens the preferences as a visitor would; gives what closes them and puts back the focus. Nothing where they cannot be opened. */
export async function openPreferences({ page, layers, api, trigger, window }: Subject): Promise<(() => Promise<void>) | undefined> {
  const root = rootOf(page)
  const banner = layers.find(({ place }) => place === 'banner')
  const button = (banner && actionOf(banner.element, 'preferences')) ?? trigger
  const focused = page.activeElement as HTMLElement | null
  const inner = root?.activeElement as HTMLElement | null | undefined
  if (api) api.open('preferences')
  else if (button) button.click()
  else return undefined
  const dialog = () => rootOf(page)?.querySelector<HTMLElement>('dialog[data-toestemming-view="preferences"]')
  if (!(await waited(() => !!dialog(), window))) {
    api?.close()
    return undefined
  }
  // It has a part of its own, which may come later. Without one, an owner has a link.
  await waited(() => !!subjectOf(page, {}).trigger, window, patience.trigger)
  return async () => {
    if (api) api.close()
    else dialog()?.querySelector<HTMLElement>('[data-toestemming-action="close"]')?.click()
    await waited(() => !dialog() && (!banner || !!rootOf(page)?.querySelector('[data-toestemming-view="banner"]')), window)
    await still(page)
    // The library puts the focus back a moment later, where a visitor would go on.
    await new Promise((resolve) => window.setTimeout(resolve, 60))
    const now = page.activeElement as HTMLElement | null
    if (inner || now === focused) return
    if (focused && focused !== page.body && focused.isConnected) focused.focus({ preventScroll: true })
    else {
      const root = rootOf(page)
      const kept = (root?.activeElement ?? now) as HTMLElement | null
      kept?.blur()
    }
  }
}

async function waited(so: () => boolean, window: Window, limit = patience.view): Promise<boolean> {
  for (let time = 0; time < limit; time += 30) {
    if (so()) return true
    await new Promise((resolve) => window.setTimeout(resolve, 30))
  }
  return so()
}
