/** The part of the interface that most visitors never open: preferences and cookie table, with their looks. */

export { CookieTable } from './CookieTable.tsx'
export { InlinePreferences } from './InlinePreferences.tsx'
export { PreferencesDialog } from './PreferencesDialog.tsx'
export { panelStyles } from './panelStyles.ts'
