/** The whole catalogue, to recognise vendors by. A part of its own; the build leaves out of it what only visitors read. */

import * as constants from '../catalogue/index.ts'
import type { Service } from '../model/types.ts'

export const catalogueIndex: readonly Service[] = Object.values(constants)
