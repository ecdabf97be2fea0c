/** Whether an entry of `dataLayer` is a consent default. */
export const isDefault = (entry: unknown): boolean => Array.from(Object(entry)).join().startsWith('consent,default')
