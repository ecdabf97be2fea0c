/** Runs foreign code; what it throws is reported as uncaught. */
export function attempt(task: () => void): void {
  try {
    task()
  } catch (error) {
    reportError(error)
  }
}
