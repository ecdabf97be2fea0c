/** The command `toestemming`. Wiring only. */

import { readFileSync } from 'node:fs'
import { cookies, usage } from './cookies.ts'

const [command, ...words] = process.argv.slice(2)
const error = (text: string) => void process.stderr.write(`${text}\n`)

if (command === 'cookies')
  process.exitCode = await cookies(words, {
    read: (path) => readFileSync(path, 'utf8'),
    load: (name) => import(new URL(`../../dist/${name}.js`, import.meta.url).href),
    out: (text) => void process.stdout.write(text),
    error,
    now: () => new Date(),
  })
else {
  const asked = !command || ['help', '--help', '-h'].includes(command)
  if (asked) process.stdout.write(`${usage}\n`)
  else error(`There is no command "${command}".\n\n${usage}`)
  process.exitCode = asked ? 0 : 1
}
