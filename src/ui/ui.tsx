/** The interface that visitors see, drawn anew from plain data at each change. Loaded only when there is something to draw. */

import { type ComponentChildren, render } from 'preact'
import type { Actions, Mounts, View } from '../model/view.ts'
import { Banner } from './Banner.tsx'
import { CookieTable } from './CookieTable.tsx'
import type { Choices } from './choices.ts'
import { frame, mountRoot, unmount } from './frame.ts'
import { Preferences } from './Preferences.tsx'
import { PreferencesDialog } from './PreferencesDialog.tsx'
import { Status } from './Status.tsx'
import { createScene } from './scene.ts'

/** Switches moved and not saved. */
let draft: Choices = {}
let opened = false
/** Whether the live region was there before, so that what changes in it is read out. */
let listening = false
let drawAgain = () => {}

export function draw(root: ShadowRoot, mounts: Mounts, view: View, actions: Actions): void {
  drawAgain = () => draw(root, mounts, view, actions)
  const element = frame(root)
  const hadFocus = opened || element.contains(root.activeElement)
  const opens = view.open === 'preferences'
  // Opened anew, the preferences show what is stored.
  if (opens !== opened) draft = {}
  opened = opens
  // Closed before it goes, a dialog gives the focus back to what opened it.
  if (!opens) element.querySelector('dialog')?.close()

  const scene = createScene(view, actions, draft, (moved) => {
    draft = moved
    drawAgain()
  })
  fill(element, view, [
    view.open === 'banner' && <Banner scene={scene} />,
    opens && <PreferencesDialog scene={scene} />,
    <Status scene={scene} status={listening ? view.status : ''} />,
  ])
  for (const mount of mounts.settings)
    fill(
      frame(mountRoot(mount)),
      view,
      <section data-toestemming-view="preferences" aria-labelledby="preferences">
        <h2 id="preferences">{scene.say('preferences.title')}</h2>
        <Preferences scene={scene} />
      </section>,
    )
  for (const mount of mounts.cookies)
    fill(
      frame(mountRoot(mount)),
      view,
      <section data-toestemming-view="cookies">
        <CookieTable scene={scene} />
      </section>,
    )

  if (!listening && view.status) setTimeout(() => drawAgain(), 100)
  listening = true
  // What had the focus is gone: go on where the choice can be made or changed. The trigger may come a moment after the banner went.
  if (hadFocus && document.activeElement === document.body)
    setTimeout(() => {
      const next = ['preferences', 'open'].map((action) => root.querySelector<HTMLElement>(`[data-toestemming-action="${action}"]`))
      next.find(Boolean)?.focus({ preventScroll: true })
    })
}

export function clear(root: ShadowRoot, mounts: Mounts): void {
  draft = {}
  opened = listening = false
  drawAgain = () => {}
  for (const place of [root, ...[...mounts.settings, ...mounts.cookies].map(mountRoot)]) {
    render(null, frame(place))
    frame(place).remove()
  }
  for (const mount of [...mounts.settings, ...mounts.cookies]) unmount(mount)
}

function fill(element: HTMLElement, { lang, settings }: View, children: ComponentChildren): void {
  element.lang = lang
  // Of our own texts, whatever the page's direction: there are none that run from right to left.
  element.dir = 'ltr'
  element.className = settings.ui.theme
  render(children, element)
}
