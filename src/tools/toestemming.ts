/** The command `toestemming`. Wiring only. */

import { existsSync, readFileSync } from 'node:fs'
import { startBrowser } from './check/browser.ts'
import { check, checkUsage } from './check/check.ts'
import { findChromium } from './check/findChromium.ts'
import { serve } from './check/serve.ts'
import { cookies, usage } from './cookies.ts'
import { readText } from './readText.ts'

const [command, ...words] = process.argv.slice(2)
const dist = (name: string) => new URL(`../../dist/${name}.js`, import.meta.url)
const out = (text: string) => void process.stdout.write(text)
const error = (text: string) => void process.stderr.write(`${text}\n`)
const load = (name: string) => import(dist(name).href)

if (command === 'cookies') process.exitCode = await cookies(words, { read: readText, load, out, error, now: () => new Date() })
else if (command === 'check')
  process.exitCode = await check(words, {
    read: readText,
    load,
    out,
    error,
    review: () => readFileSync(dist('review'), 'utf8'),
    browser: () => findChromium(process.env),
    start: startBrowser,
    async serve(file, root) {
      if (!existsSync(file)) throw new Error(file)
      return serve(file, root)
    },
  })
else {
  const asked = !command || ['help', '--help', '-h'].includes(command)
  const all = `${usage}\n\n${checkUsage}`
  if (asked) process.stdout.write(`${all}\n`)
  else error(`There is no command "${command}".\n\n${all}`)
  process.exitCode = asked ? 0 : 1
}
