import type { CaptchaApi } from './captcha.ts'

/**
 * An `execute` for who asks before the vendor is there: the answer is the vendor's, once it is. Its promise, name and length are those of the real one.
 *
 * @param own where it stands in, by then replaced
 */
export function queueExecute(api: () => CaptchaApi | undefined, whenReady: (task: () => void) => void) {
  const execute = (...values: unknown[]) =>
    new Promise((resolve, reject) => {
      const task = () => {
        const found = api()
        if (found?.execute === execute) delete found.execute
        Promise.resolve(found?.execute?.(...values)).then(resolve, reject)
      }
      whenReady(Object.assign(task, { values }))
    })
  return execute
}
