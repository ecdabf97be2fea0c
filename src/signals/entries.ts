/**
 * The list in which vendors' snippets collect calls until their code arrives. While nobody has read it, what we say goes before all that the page has
 * said already, in our order: a default that comes after the first event is no default.
 *
 * @param isOurs what of the page's own stays before ours
 * @param isRead whether the vendor's code has read it: most give it a `push` of their own then, but so do pages
 */
export function createEntries(
  name: string,
  isOurs: (entry: unknown) => boolean = () => false,
  isRead: (list: unknown[]) => boolean = (list) => Object.keys(list).includes('push'),
): (...entries: readonly unknown[]) => void {
  let place = -1
  return (...entries) => {
    const page = window as unknown as Record<string, unknown[] | undefined>
    page[name] ??= []
    const list = page[name]
    if (Array.isArray(list) && !isRead(list)) {
      if (place < 0) place = list.map(isOurs).lastIndexOf(true) + 1
      list.splice(place, 0, ...entries)
      place += entries.length
    } else list.push(...entries)
  }
}
