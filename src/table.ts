/** The lazy part for a page that has the cookie table: the table, and what it tells beside what is configured. */

export { ownServices } from './own.ts'
export { CookieTable } from './ui/CookieTable.tsx'
