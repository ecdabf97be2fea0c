/** A browser, driven over a pipe with the DevTools protocol: no port is opened and no package is needed. */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

type Parameters = Readonly<Record<string, unknown>>

export interface Message {
  readonly method: string
  readonly params: Parameters
  /** Of which target; nothing is the browser itself. */
  readonly session: string | undefined
}

export interface Browser {
  /** Asks for something and waits for the answer. */
  send(method: string, params?: Parameters, session?: string): Promise<Parameters>
  /** Calls back at each event; returns its undo. */
  listen(listener: (message: Message) => void): () => void
  /** Ends the browser and removes its profile. */
  close(): Promise<void>
}

/** An answer, with the number of what was asked, or an event. */
interface Received {
  readonly id?: number
  readonly result?: Parameters
  readonly error?: { readonly message: string }
  readonly method?: string
  readonly params?: Parameters
  readonly sessionId?: string
}

/** It has a profile of its own, asks for nothing by itself, and stays out of sight. */
const flags = [
  '--remote-debugging-pipe',
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  // Pages side by side are drawn and kept going alike, whichever is in front.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--mute-audio',
  '--hide-scrollbars',
]

/** Milliseconds in which an answer must come. */
const patience = 60_000

export async function startBrowser(path: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'toestemming-'))
  // As root the browser refuses to start in its sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(path, [...flags, ...sandbox, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, { resolve(value: Parameters): void; reject(error: Error): void }>()
  const listeners = new Set<(message: Message) => void>()
  let last = 0
  let rest = ''
  let ended = false

  const end = (reason: string) => {
    ended = true
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
  }
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      end(`The browser ended (${code}).`)
      resolve()
    })
    child.once('error', (error) => {
      end(error.message)
      resolve()
    })
  })
  input.on('error', () => {})
  output.setEncoding('utf8')
  output.on('error', () => {})
  // Messages are JSON, each ended by a zero.
  output.on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0')
    rest = texts.pop() ?? ''
    for (const text of texts) receive(JSON.parse(text))
  })
  const receive = ({ id, method = '', params = {}, result = {}, error, sessionId: session }: Received) => {
    if (id === undefined) {
      for (const listener of [...listeners]) listener({ method, params, session })
      return
    }
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.reject(new Error(error.message))
    else asked?.resolve(result)
  }

  const browser: Browser = {
    send(method, params = {}, session) {
      if (ended) return Promise.reject(new Error('The browser has ended.'))
      const id = ++last
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id)
          reject(new Error(`${method}: no answer within ${patience / 1000} seconds.`))
        }, patience)
        const settle =
          <Value>(done: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(timer)
            done(value)
          }
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) })
        input.write(`${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`)
      })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      if (!ended) await Promise.race([browser.send('Browser.close').catch(() => {}), wait(5000)])
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(timer)
      // On Windows a file may be held for a moment longer.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
  try {
    await browser.send('Browser.getVersion')
  } catch (error) {
    await browser.close()
    throw error
  }
  return browser
}

export const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
