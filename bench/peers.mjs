/**
 * The libraries that ours is measured against: fetched for the bench only, at one version, and taken only when they are what they were
 * when this was written. They are no dependencies of the project.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export const peers = {
  vanilla: {
    name: 'vanilla-cookieconsent',
    version: '3.1.0',
    integrity: 'sha512-/McNRtm/3IXzb9dhqMIcbquoU45SzbN2VB+To4jxEPqMmp7uVniP6BhGLjU8MC7ZCDsNQVOp27fhQTM/ruIXAA==',
  },
  klaro: {
    name: 'klaro',
    version: '0.7.22',
    integrity: 'sha512-NkaFxS4S8160/zH1UQzCSYIIsAtwIDHIkJ7xofCrgRqk14OSY+OJuwCjYyW+q5fmIeF4RvsuBH6brPe2BS9Z0A==',
  },
}

const integrityOf = (file) => `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`

const run = (command, parts, cwd) => {
  const { status, stderr, error } = spawnSync(command, parts, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`${command} ${parts.join(' ')} failed. ${error?.message ?? stderr}`)
}

/** Fetches one peer into the cache unless it is there, and unpacks it. @returns the folder of its package */
const fetchPeer = ({ name, version, integrity }, cache) => {
  const tarball = `${name}-${version}.tgz`
  const file = join(cache, tarball)
  if (!existsSync(file)) run('npm', ['pack', `${name}@${version}`, '--ignore-scripts', '--silent'], cache)
  const found = integrityOf(file)
  if (found !== integrity) {
    rmSync(file)
    throw new Error(`${name}@${version}: expected ${integrity}, found ${found}. Nothing of it was unpacked.`)
  }
  const folder = join(cache, `${name}-${version}`)
  // Afresh each time: what was unpacked earlier may have been changed.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  // By names without a folder: some kinds of tar take `C:` for another machine.
  run('tar', ['-xzf', join('..', tarball)], folder)
  const [inside] = readdirSync(folder)
  return join(folder, inside)
}

/** @returns the folder of each peer, by key */
export const fetchPeers = (cache) => {
  mkdirSync(cache, { recursive: true })
  return Object.fromEntries(Object.entries(peers).map(([key, peer]) => [key, fetchPeer(peer, cache)]))
}
