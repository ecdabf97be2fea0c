/** Each file that follows from the catalogue, as text by path. */
export function generate(): Readonly<Record<string, string>>
