/** Where a browser of the Chromium family is on this machine. */

import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge', 'brave-browser']
const mac = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser']
const windows = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/**
 * The path of the first that is there: what `CHROMIUM` names, else the usual names and places. Nothing when there is none; throws when `CHROMIUM`
 * names nothing.
 */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const given = env.CHROMIUM
  if (given) {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM: ${given}`)
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((one) => one !== undefined)
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...mac.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ...windows.flatMap((parts) => roots.map((root) => join(root, ...parts))),
  ].find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
