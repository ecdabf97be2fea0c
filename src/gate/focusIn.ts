/** Moves the focus to the first thing in these nodes that takes it, or to the first of them that can be seen. */
export function focusIn(nodes: readonly Node[]): void {
  const elements = nodes.filter((node): node is HTMLElement => node instanceof HTMLElement && !/^(script|style|link)$/.test(node.localName))
  const within = elements.flatMap((one) => [one, ...one.querySelectorAll<HTMLElement>('*')])
  const target = within.find((one) => one.matches('iframe,a[href],button,input,select,textarea,video[controls],audio[controls],[tabindex]'))
  const first = target ?? elements[0]
  if (!target) first?.setAttribute('tabindex', '-1')
  first?.focus()
}
