/** How long between two looks, in milliseconds. */
const step = 40
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Waits for something to be so, and gives back what it is. What throws is not so yet: a page that is being reloaded
 * answers no questions.
 */
export const until = async <T>(
  fact: string,
  ask: () => Promise<T | undefined | false | null> | T | undefined | false | null,
  timeout = 10_000,
): Promise<T> => {
  const end = Date.now() + timeout
  // Made here, so that it points at the line that waited.
  const failure = new Error()
  Error.captureStackTrace?.(failure, until)
  let problem: unknown
  for (;;) {
    try {
      const answer = await ask()
      problem = undefined
      if (answer !== undefined && answer !== null && answer !== false) return answer
    } catch (error) {
      problem = error
    }
    if (Date.now() > end) {
      failure.message = `Not so within ${timeout} ms: ${fact}${problem ? ` (${problem instanceof Error ? problem.message : problem})` : ''}`
      throw failure
    }
    await pause(step)
  }
}

/** Watches that something stays so for a while: for what must not happen there is no event to wait for. */
export const stays = async (fact: string, ask: () => Promise<boolean> | boolean, time = 400): Promise<void> => {
  const end = Date.now() + time
  do {
    if (!(await ask())) throw new Error(`No longer so: ${fact}`)
    await pause(step)
  } while (Date.now() < end)
}

/** Waits until nothing has been requested for a while, on a busy machine for longer: as many looks as there would be in that time. */
export const quiet = async (web: { readonly log: readonly { readonly time: number }[] }, time = 300, timeout = 20_000): Promise<void> => {
  let looks = 0
  let before = web.log.at(-1)
  await until(
    'the network is quiet',
    () => {
      const last = web.log.at(-1)
      looks = last === before ? looks + 1 : 0
      before = last
      return looks > time / step
    },
    timeout,
  )
}
