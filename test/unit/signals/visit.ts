/** A page with the signals as they are, and a visitor who answers; what a vendor hears is noted as its own code would hear it. */

import { createState } from '../../../src/core/state.ts'
import type { Problem } from '../../../src/model/check.ts'
import type { SignalsHost } from '../../../src/model/ports.ts'
import { serviceCode } from '../../../src/model/serviceCode.ts'
import type { Configuration } from '../../../src/model/settings.ts'
import type { Answer, ConsentRecord } from '../../../src/model/types.ts'
import { clarity } from '../../../src/signals/clarity.ts'
import { google } from '../../../src/signals/google.ts'
import { hubspot } from '../../../src/signals/hubspot.ts'
import { matomo } from '../../../src/signals/matomo.ts'
import { meta } from '../../../src/signals/meta.ts'
import { microsoft } from '../../../src/signals/microsoft.ts'
import { own } from '../../../src/signals/own.ts'
import { pinterest } from '../../../src/signals/pinterest.ts'
import { shopify } from '../../../src/signals/shopify.ts'
import { startSignals } from '../../../src/signals/signals.ts'
import { tiktok } from '../../../src/signals/tiktok.ts'
import { wordpress } from '../../../src/signals/wordpress.ts'
import { moment, settingsOf } from '../../properties/support.ts'

const vendors = { clarity, google, hubspot, matomo, meta, microsoft, own, pinterest, shopify, tiktok, wordpress }

/** What the visitor said yes to; everything else was refused. */
export type Yes = readonly string[]

/** @param stored what an earlier visit left, if there was one */
export function openVisit(configuration: Configuration, stored?: Yes) {
  const settings = settingsOf(configuration)
  const answersOf = (yes: Yes) =>
    new Map<string, Answer>([
      ...settings.categories
        .filter(({ id }) => id !== 'functional')
        .map(({ id }) => [id, yes.includes(id) ? 'yes' : 'no'] as [string, Answer]),
      ...settings.services
        .filter(({ category }) => category !== 'functional')
        .map(({ id, category }) => [serviceCode(id), yes.includes(category) ? 'yes' : 'no'] as [string, Answer]),
    ])
  let answers = stored && answersOf(stored)
  const record = (): ConsentRecord | undefined =>
    answers && { id: undefined, decided: moment, oldest: moment, revision: 1, source: 'banner', answers }
  const problems: Problem[] = []
  const host: SignalsHost = { settings, state: createState(settings, record) }
  return {
    problems,
    start: () =>
      startSignals(host, {
        load: async (name) => (name === 'explain' ? { report: (all: readonly Problem[]) => problems.push(...all) } : vendors),
      }),
    answer(yes: Yes) {
      answers = answersOf(yes)
      return host.signals?.tell()
    },
  }
}

/** One call as a line of text: an object as `key=value`. */
export const line = (call: Iterable<unknown> | ArrayLike<unknown>): string =>
  Array.from(call as ArrayLike<unknown>)
    .map((one) =>
      one && typeof one === 'object'
        ? Object.entries(one)
            .map((pair) => pair.join('='))
            .join(' ')
        : String(one),
    )
    .join(' ')
