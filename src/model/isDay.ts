/** Whether this is a day as ISO 8601 writes it, and one that there is. */
export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).getUTCDate() === +text.slice(8)
