/** For how long a provider may take to put something else in the place of what has the focus, in milliseconds. */
const patience = 10_000

/**
 * Moves the focus to the first thing in these nodes that takes it, or to the first of them that can be seen; where there is nothing to see yet, to
 * what the provider draws in, which it knows by a class.
 */
export function focusIn(nodes: readonly Node[]): void {
  const elements = nodes.filter((node): node is HTMLElement => node instanceof HTMLElement && !/^(script|style|link)$/.test(node.localName))
  const within = elements.flatMap((one) => [one, ...one.querySelectorAll<HTMLElement>('*')])
  const isSeen = (one: Element) => one.getBoundingClientRect().height > 0
  const target = within.find(
    (one) => one.matches('iframe,a[href],button,input,select,textarea,video[controls],audio[controls],[tabindex]') && isSeen(one),
  )
  const first = target ?? elements.find(isSeen) ?? elements.find(({ className }) => className) ?? elements[0]
  if (!target) first?.setAttribute('tabindex', '-1')
  first?.focus()
  if (first && first.localName !== 'iframe') follow(first, target ? undefined : first)
}

/**
 * Has the focus go on to the frame that a provider's script puts in the place of `lost`, unless the visitor is elsewhere by then.
 * @param place where the frame comes, if that is known: in what takes no focus by itself
 */
function follow(lost: HTMLElement, place: Node | undefined): void {
  const added = new Set<Node | null>()
  const isLeft = () => document.activeElement !== document.body && (document.activeElement !== lost || place !== lost)
  const watching = new MutationObserver((records) => {
    /** What stands beside it when it goes, and what comes there afterwards. */
    const near: (Node | null)[] = []
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      for (const node of addedNodes) added.add(node)
      if (place?.contains(target)) near.push(...addedNodes)
      if (![...removedNodes].some((node) => node.contains(lost))) continue
      place = target
      near.push(...addedNodes, nextSibling, previousSibling)
    }
    if (!place) return
    const [frame] = near.flatMap((node) =>
      node instanceof Element && added.has(node)
        ? ([node, ...node.querySelectorAll('*')].filter(({ localName }) => localName === 'iframe') as HTMLElement[])
        : [],
    )
    if (isLeft() || frame) watching.disconnect()
    if (isLeft()) return
    frame?.focus()
    // Some are out of sight until they have loaded.
    frame?.addEventListener('load', () => isLeft() || frame.focus(), { once: true })
  })
  watching.observe(document, { childList: true, subtree: true })
  setTimeout(() => watching.disconnect(), patience)
}
