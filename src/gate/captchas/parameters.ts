/** What a place for a widget says in its attributes, as the vendors' `render` takes it: `data-expired-callback` is `expired-callback`. */
export function parameters({ dataset }: HTMLElement): Record<string, unknown> {
  const page = window as unknown as Record<string, ((...values: unknown[]) => unknown) | undefined>
  return Object.fromEntries(
    Object.entries(dataset).map(([key, value = '']) => [
      key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      // Named in the markup, and looked up when it is called: it may be defined later.
      /callback$/i.test(key) ? (...values: unknown[]) => page[value]?.(...values) : value,
    ]),
  )
}
