/** Runs foreign code; what it throws is reported as uncaught. */
export const attempt = (task: () => void): void => {
  try {
    task()
  } catch (error) {
    reportError(error)
  }
}
