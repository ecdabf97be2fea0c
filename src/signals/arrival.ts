/**
 * Calls a vendor's function as soon as the page's own snippet has made it. The snippets of some vendors do nothing where they find a function of that
 * name, so that none may stand there before them: instead, the first who looks for it finds that we have spoken before.
 *
 * @param isReady whether the function, which is there, can be spoken to yet
 * @param first what to say when it is
 * @param place where in the queue, which nobody has read yet, the first thing we say belongs
 * @returns says something to the function, if it is there and has heard the first
 */
export function onArrival<Call extends ((...values: unknown[]) => unknown) & { queue?: unknown }>(
  name: string,
  isReady: (call: Call) => unknown,
  first: (say: (...values: unknown[]) => void) => void,
  place: (queue: readonly unknown[]) => number = () => 0,
): (...values: Parameters<Call>) => void {
  const page = window as unknown as Record<string, Call | undefined>
  let call = page[name]
  let heard = false
  let next = -1
  const say = (...values: unknown[]) => {
    const now = page[name]
    const queue = now?.queue
    const length = Array.isArray(queue) && queue.length
    now?.(...values)
    // What has only been queued goes before all that the page has said already, in our order.
    if (Array.isArray(queue) && length !== queue.length) {
      const ours = queue.splice(length as number)
      if (next < 0) next = place(queue)
      queue.splice(next, 0, ...ours)
      next += ours.length
    }
  }
  const look = () => {
    if (!call || heard || !isReady(call)) return call
    heard = true
    // An ordinary one from now on.
    Reflect.defineProperty(window, name, { value: call, writable: true, enumerable: true, configurable: true })
    first(say)
    return call
  }
  // A page that declares it (`var fbq`, `function fbq() {}`) lets nobody stand there: it is spoken to when there is something to say.
  Reflect.defineProperty(window, name, {
    configurable: true,
    enumerable: true,
    get: look,
    set(value) {
      call = value
    },
  })
  look()
  return (...values) => {
    if (heard) return say(...values)
    call = page[name]
    look()
  }
}
