/** The part of the interface that most visitors never open: the preferences, with their looks and what the cookie table draws with. */

export { CategoryGroup } from './CategoryGroup.tsx'
export { InlinePreferences } from './InlinePreferences.tsx'
export { PreferencesDialog } from './PreferencesDialog.tsx'
export { panelStyles } from './panelStyles.ts'
