/**
 * Calls a vendor's function as soon as the page's own snippet has made it. The snippets of some vendors do nothing where they find a function of that
 * name, so that none may stand there before them: instead, the first who looks for it finds that we have spoken before.
 *
 * @param isReady whether the function, which is there, can be spoken to yet
 * @param first what to say when it is
 * @returns says something to the function, if it is there and has heard the first
 */
export function onArrival<Call extends (...values: unknown[]) => unknown>(
  name: string,
  isReady: (call: Call) => unknown,
  first: (call: Call) => void,
): (...values: Parameters<Call>) => void {
  const page = window as unknown as Record<string, Call | undefined>
  let call = page[name]
  let heard = false
  const look = () => {
    if (!call || heard || !isReady(call)) return call
    heard = true
    // An ordinary one from now on.
    Object.defineProperty(window, name, { value: call, writable: true, enumerable: true, configurable: true })
    first(call)
    return call
  }
  Object.defineProperty(window, name, {
    configurable: true,
    enumerable: true,
    get: look,
    set(value) {
      call = value
    },
  })
  look()
  return (...values) => {
    if (heard) page[name]?.(...values)
  }
}
