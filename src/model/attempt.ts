/** Runs foreign code; what it throws is reported as uncaught, later, and not here. */
export function attempt(task: () => void): void {
  try {
    task()
  } catch (error) {
    setTimeout(() => {
      throw error
    })
  }
}
