/**
 * Finds Chromium and Firefox for the browser tests, and installs them where that can be done without asking (root on Debian and its kin).
 * `CHROMIUM` and `FIREFOX` name other ones. Run by itself it prints where they are.
 *
 * Chromium's headless shell is the same engine of the same build without the windows around it. Where it is, most scenarios run in it, in two thirds of
 * the time; a Chromium that is named by `CHROMIUM` runs all of them.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const programs = (...rest) =>
  [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean).map((root) => join(root, ...rest))

const wanted = {
  chromium: {
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ...programs('Chromium', 'Application', 'chrome.exe'),
      ...programs('Google', 'Chrome', 'Application', 'chrome.exe'),
    ],
    packages: ['chromium'],
  },
  shell: {
    variable: 'CHROMIUM_SHELL',
    names: ['chromium-headless-shell', 'chrome-headless-shell'],
    places: [],
    packages: ['chromium-headless-shell'],
  },
  firefox: {
    variable: 'FIREFOX',
    names: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', ...programs('Mozilla Firefox', 'firefox.exe')],
    packages: ['firefox-esr'],
  },
}

/** Whether the file is there and is a browser: some systems put a stand-in in the path that only says how to install one. */
const works = (path) => {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // On Windows `--version` opens a window.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0
}

/** The path of a browser, or undefined. A path given by the environment is taken as it is. */
export const findBrowser = (name) => {
  const { variable, names, places } = wanted[name]
  const given = process.env[variable]
  if (given) {
    if (!existsSync(given))
      throw new Error(`${variable} names ${given}, and there is no such file. Correct it, or unset it to search the usual places.`)
    return given
  }
  const inPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((file) => join(folder, file)))
  // Names outrank folders: an ESR is taken before another Firefox, wherever it is.
  const ordered = names.flatMap((file) => inPath.filter((path) => path.endsWith(join('/', file))))
  return [...ordered, ...places].find((path) => existsSync(path) && works(path))
}

/** The path of the headless shell, or undefined: also where `CHROMIUM` names the one browser that is wanted. */
export const findShell = () =>
  process.env[wanted.chromium.variable] && !process.env[wanted.shell.variable] ? undefined : findBrowser('shell')

const missing = () => ['chromium', 'firefox'].filter((name) => !findBrowser(name))

const remedy = (names) => {
  const packages = names.flatMap((name) => wanted[name].packages).join(' ')
  const variables = names.map((name) => `${wanted[name].variable}=/path/to/${name}`).join(' ')
  const install =
    process.platform === 'darwin'
      ? `brew install --cask ${names.map((name) => (name === 'chromium' ? 'google-chrome' : name)).join(' ')}`
      : process.platform === 'win32'
        ? `winget install ${names.map((name) => (name === 'chromium' ? 'Google.Chrome' : 'Mozilla.Firefox')).join(' ')}`
        : existsSync('/usr/bin/apt-get')
          ? `sudo apt-get update && sudo apt-get install --yes ${packages}`
          : existsSync('/usr/bin/dnf')
            ? `sudo dnf install ${names.join(' ')}`
            : existsSync('/sbin/apk')
              ? `apk add ${packages}`
              : `install ${names.join(' and ')} with your system's package manager`
  return [
    `Not found: ${names.join(' and ')}. The browser tests need both Chromium (or Chrome) and Firefox.`,
    `Install:   ${install}`,
    `Or name:   ${variables} npm test`,
  ].join('\n')
}

const run = (command, args) =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

const isAptAsRoot = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

let isUpToDate = false
const install = (packages) => {
  console.log(`Installing ${packages.join(' and ')} …`)
  isUpToDate ||= run('apt-get', ['update', '--quiet'])
  return isUpToDate && run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...packages])
}

/**
 * The paths of both, and of the headless shell where there is one. Installs what is absent if it can, the shell only where it is wanted.
 * @throws with what to do, where Chromium or Firefox is absent
 */
export const ensureBrowsers = ({ shell = false } = {}) => {
  const named = Boolean(process.env[wanted.chromium.variable])
  const absent = missing()
  if (absent.length > 0 && isAptAsRoot()) install(absent.flatMap((name) => wanted[name].packages))
  const still = absent.length > 0 ? missing() : []
  if (still.length > 0) throw new Error(remedy(still))
  // Apart from the others, and without it all goes on: not every Debian has it.
  if (shell && !named && !findShell() && isAptAsRoot()) install(wanted.shell.packages)
  return { chromium: findBrowser('chromium'), shell: findShell(), firefox: findBrowser('firefox') }
}

/** What the scenarios in WebKit need, as Debian packs it: its driver, with a browser that is driven by it, and a display that nobody sees. */
const webkit = { programs: ['WebKitWebDriver', 'Xvfb'], packages: ['webkit2gtk-driver', 'xvfb'] }

/**
 * Installs what WebKit is driven with, where it is absent and that can be done without asking.
 * @throws with what to do, where it is absent still
 */
export const ensureWebKit = () => {
  const isThere = () =>
    webkit.programs.every((name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))))
  if (!isThere() && isAptAsRoot()) install(webkit.packages)
  if (!isThere())
    throw new Error(
      `Not found: ${webkit.programs.join(' and ')}. They are in Debian's packages ${webkit.packages.join(' and ')}, and on Linux only.`,
    )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    for (const [name, path] of Object.entries(ensureBrowsers({ shell: process.argv.includes('--shell') })))
      console.log(`${name}: ${path ?? 'not there'}`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
