/** The part with the checks themselves, loaded once the page is there: only watching must begin early. */

export { checkFailure } from './checkFailure.ts'
export { checkForms } from './checkForms.ts'
export { checkMarks } from './checkMarks.ts'
export { checkViolation } from './checkPolicy.ts'
export { checkRequest } from './checkRequests.ts'
export { checkServices } from './checkServices.ts'
export { checkStored } from './checkStorage.ts'
export { checkTag } from './checkTag.ts'
export { checkUnmarked } from './checkUnmarked.ts'
export { createContext } from './context.ts'
export { settingsOf } from './readConfiguration.ts'
export { createReport, showReport } from './report.ts'
