/** Where the interface is drawn: elements of ours, that leave what belongs to the core or to the owner alone. */
import { dress } from './dress.ts'
import { styles } from './styles.ts'

const frames = new WeakMap<ShadowRoot, HTMLElement>()
const roots = new WeakMap<Element, ShadowRoot>()

/** The element in this root that Preact draws in. */
export function frame(root: ShadowRoot): HTMLElement {
  let element = frames.get(root)
  if (!element) {
    element = document.createElement('div')
    frames.set(root, element)
    dress(root, styles)
  }
  if (!element.parentNode) root.prepend(element)
  return element
}

/** A root inside the owner's element. What was there moves into the root's host, where without a slot it is out of sight. */
export function mountRoot(mount: Element): ShadowRoot {
  const root = roots.get(mount) ?? document.createElement('div').attachShadow({ mode: 'open' })
  roots.set(mount, root)
  if (root.host.parentNode !== mount) {
    root.host.append(...mount.childNodes)
    mount.append(root.host)
  }
  return root
}

/** Gives the owner's element its own content back. */
export function unmount(mount: Element): void {
  const host = roots.get(mount)?.host
  host?.replaceWith(...host.childNodes)
}
