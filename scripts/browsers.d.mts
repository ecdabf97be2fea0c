export type BrowserName = 'chromium' | 'firefox'
/** The path of a browser, or undefined. */
export const findBrowser: (name: BrowserName) => string | undefined
/** The path of Chromium's headless shell, or undefined: also where `CHROMIUM` names the one browser that is wanted. */
export const findShell: () => string | undefined
/**
 * The paths of both, and of the headless shell where there is one; installs what is absent if it can (the shell only where it is wanted), and otherwise
 * throws with what to do.
 */
export const ensureBrowsers: (wanted?: {
  readonly shell?: boolean
}) => Readonly<Record<BrowserName, string>> & { readonly shell: string | undefined }
/** Installs what WebKit is driven with where it is absent and that can be done; where it cannot it throws with what to do. */
export const ensureWebKit: () => void
