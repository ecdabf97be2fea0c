import { readFileSync } from 'node:fs'

/** The text of a file, without the mark that editors on Windows put in front of it. Throws where there is none, or it cannot be read. */
export const readText = (path: string): string => readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
