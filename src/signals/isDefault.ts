/** Whether an entry of `dataLayer` is a consent default. Pages put anything there. */
export const isDefault = (entry: unknown): boolean => {
  const words = entry as readonly unknown[] | null | undefined
  return words?.[0] === 'consent' && words[1] === 'default'
}
