export type BrowserName = 'chromium' | 'firefox'
/** The path of a browser, or undefined. */
export const findBrowser: (name: BrowserName) => string | undefined
/** Both paths; installs what is absent if it can, and otherwise throws with what to do. */
export const ensureBrowsers: () => Readonly<Record<BrowserName, string>>
