/** The interface that visitors see, drawn anew from plain data at each change. Loaded only when there is something to draw. */

import type { ComponentChildren } from 'preact'
import type { Actions, Mounts, Panels, View } from '../model/view.ts'
import { Banner } from './Banner.tsx'
import type { Choices } from './choices.ts'
import { dress } from './dress.ts'
import { frame, mountRoot, unmount } from './frame.ts'
import { render } from './render.ts'
import { Status } from './Status.tsx'
import { createScene } from './scene.ts'

/** Switches moved and not saved. */
let draft: Choices = {}
let opened = false
/** Whether the live region was there before, so that what changes in it is read out. */
let listening = false
let drawAgain = () => {}
/** Roots that have the looks of the panels too. */
const dressed = new WeakSet<ShadowRoot>()

export function draw(root: ShadowRoot, mounts: Mounts, view: View, actions: Actions, panels?: Panels | false): void {
  drawAgain = () => draw(root, mounts, view, actions, panels)
  const more = panels as (typeof import('./panels.tsx') & typeof import('../table.ts')) | false | undefined
  const places = [root, ...[...mounts.settings, ...mounts.cookies].map(mountRoot)]
  const held = opened ? root : places.find((place) => place.activeElement)
  const opens = view.open === 'preferences'
  // Opened anew, the preferences show what is stored.
  if (opens !== opened) draft = {}
  opened = opens
  // Closed before it goes, a dialog gives the focus back to what opened it.
  if (!opens) root.querySelector('dialog')?.close()

  const scene = createScene(view, actions, draft, (moved) => {
    draft = moved
    drawAgain()
  })
  fill(root, view, [
    view.open === 'banner' && <Banner scene={scene} />,
    opens && more && <more.PreferencesDialog scene={scene} />,
    <Status scene={scene} status={listening ? view.status : ''} />,
  ])
  if (more) {
    for (const place of places) {
      if (dressed.has(place)) continue
      dressed.add(place)
      dress(place, more.panelStyles)
    }
    for (const mount of mounts.settings) fill(mountRoot(mount), view, <more.InlinePreferences scene={scene} />)
    for (const mount of mounts.cookies) fill(mountRoot(mount), view, <more.CookieTable scene={scene} parts={more} />)
  }

  if (!listening && view.status) setTimeout(() => drawAgain(), 100)
  listening = true
  // What had the focus is gone: go on where the choice can be made or changed. The trigger may come a moment after the banner went: a second is waited.
  const goOn = (left: number) => {
    const next = (held as ShadowRoot).querySelector<HTMLElement>(
      '[data-toestemming-action=preferences],[data-toestemming-action=save],[data-toestemming-action=open]',
    )
    if (document.activeElement !== document.body) return
    if (next) next.focus({ preventScroll: true })
    else if (left) setTimeout(goOn, 25, left - 1)
  }
  if (held) setTimeout(goOn, 25, 40)
}

export function clear(root: ShadowRoot, mounts: Mounts): void {
  draft = {}
  opened = listening = false
  drawAgain = () => {}
  const owned = [...mounts.settings, ...mounts.cookies]
  for (const place of [root, ...owned.map(mountRoot)]) {
    render(null, frame(place))
    frame(place).remove()
  }
  owned.forEach(unmount)
}

function fill(root: ShadowRoot, { lang, settings }: View, children: ComponentChildren): void {
  const element = frame(root)
  // That of our own texts, whatever the page's. Said again, it would have the browser look at the style of all that is inside, though nothing changes.
  for (const one of [element, root.host as HTMLElement])
    if (one.lang !== lang) Object.assign(one, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' })
  element.className = settings.ui.theme
  render(children, element)
}
