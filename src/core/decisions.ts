/** What follows from an answer: the record, the events, the erasing, the reload. Loaded when somebody comes to answer. */

import { attempt } from '../model/attempt.ts'
import { decide } from '../model/decide.ts'
import { families } from '../model/families.ts'
import type { Keeper } from '../model/ports.ts'
import { serviceCode } from '../model/serviceCode.ts'
import type { ConsentRecord, Service, Source } from '../model/types.ts'
import { createAfterPaint, type Task } from './afterPaint.ts'
import type { Change } from './contract.ts'
import type { Decisions, Desk, Status } from './desk.ts'
import { gather } from './gather.ts'
import { isFree } from './isFree.ts'
import { createLeave, hadTheirTime, wait } from './leave.ts'
import { standing } from './offer.ts'

export interface DecisionPorts {
  readonly keeper: Keeper
  /** Has vendors hear what stands on this page; resolves when they have, or have had their time. Never rejects. */
  signals(): Promise<unknown>
  /** Milliseconds since 1970. */
  now(): number
  /** 22 random URL-safe characters: at least 122 bits. */
  newId(): string
  /** Lets no request leave the page for another origin any more. */
  cutOff(): unknown
  /** Takes what is open out of sight, which browsers do sooner than anything else, or shows what is still asked. */
  dim(unseen: boolean): void
}

/** By key; undefined takes an earlier answer back. */
type Choices = Map<string, boolean | undefined>

export function createDecisions(desk: Desk, ports: DecisionPorts): Decisions {
  const { guard, offered, incomplete, look, show } = desk
  const { settings, state, gate, emit } = guard
  const { keeper } = ports
  const stands = () => standing(settings, offered(), state)
  desk.gather = (categories) => gather(categories, state.answer)

  /** Until the vendors are there to hear it, nobody gets what is theirs; a refusal need not wait for anyone. */
  let hearing = settings.urgency && !guard.signals ? ports.signals() : undefined
  void hearing?.then(() => {
    hearing = undefined
  })

  const erase = async () => {
    const denied = settings.services.filter(({ id }) => state.answer(id) === 'no')
    const granted = settings.services.filter(({ id }) => state.has(id))
    if (denied.length) await keeper.erase(settings.cookie.name, denied, granted)
  }

  /** The next page erases once more. */
  const leave = createLeave(ports.cutOff, erase, () => {
    keeper.forget()
    desk.reload()
  })

  /** Whether something that was loaded once, without a stored answer, has been taken back. */
  let undone = false
  const { settle, afterPaint } = createAfterPaint(() => gate.refresh())
  const letGo: Task = (superseded) => {
    if (!superseded) attempt(gate.refresh)
  }

  /** Vendors hear what stands before anything of theirs is released. */
  const tellVendors = () => {
    let heard: unknown
    attempt(() => {
      heard = guard.signals?.tell()
    })
    return heard
  }

  /** Takes a new record and does all that follows from it, but for letting go what is granted now and, of a first one, drawing it. */
  const follow = (next: ConsentRecord | undefined, before: readonly string[], first?: boolean) => {
    guard.record = next
    const now = stands()
    const change: Change = {
      ...now,
      added: now.granted.filter((id) => !before.includes(id)),
      removed: before.filter((id) => !now.granted.includes(id)),
    }
    const { added, removed } = change
    const heard = tellVendors()
    const probe = document.createElement('i')
    const gone = removed.length > 0 || undone
    undone = false
    const ranOn =
      gone &&
      (gate.ran.some(({ words, service }) => !state.allows(words, service) && !/!/.test(words.join())) ||
        // Also what nobody marked.
        performance.getEntriesByType('resource').some((entry) => {
          probe.dataset.src = entry.name
          return (entry as PerformanceResourceTiming).initiatorType === 'script' && removed.includes(gate.needs(probe).service as string)
        }))
    const status: Status = ranOn ? (settings.withdrawal === 'ask' ? 'reload' : 'reloading') : gone ? 'withdrawn' : 'saved'
    // Frames of what was withdrawn go before anything else happens.
    if (gone) attempt(gate.refresh)
    if (!first) attempt(() => desk.draw(status))
    if (removed.length) emit('withdrawal', change)
    if (removed.length || added.length) guard.tell(change)
    // What was refused at once changes nothing, and tags may wait for it all the same.
    else attempt(() => (window as { dataLayer?: unknown[] }).dataLayer?.push({ event: 'toestemming', ...change }))
    // What vendors keep may tell them whom they are to forget.
    const erased = hadTheirTime([heard]).then(erase)
    if (status === 'reloading') void leave([erased])
    // Their last word may leave something again.
    else if (gone) void erased.then(wait).then(erase)
  }

  /** The visitor sees the banner go before any vendor's code has the thread. */
  const adopt = (next: ConsentRecord | undefined) => {
    const before = stands().granted
    // What an older answer had still to do may neither undo this one nor let go what it denies.
    guard.record = next
    settle(true)
    follow(next, before)
    afterPaint(letGo)
  }

  const keep = (record: ConsentRecord) => keeper.keep(settings, record, !incomplete())

  /** Once one answer waits, what follows waits behind it: the last one given counts. */
  let queued = false
  const answerWith = (choices: Choices, whole: boolean, source: Source) => {
    if (hearing && (queued || [...choices.values()].includes(true))) {
      queued = true
      return void hearing.then(() => answerWith(choices, whole, source))
    }
    settle(true)
    const { dim, now, newId } = ports
    // Of a first answer, given by hand, the visitor sees the result before anything else takes time; nothing runs yet that could use it.
    const first = !guard.record && !gate.ran.length && !gate.once.size && !undone && /^(banner|preferences)$/.test(source)
    const take: Task = (superseded) => {
      // All was stopped in the meantime, or another page has said something newer.
      if (desk.destroyed || (first && guard.record)) return dim(false)
      const before = stands().granted
      const next = decide(guard.record, { choices, whole, revision: settings.revision, source, now: now(), newId })
      if (whole) show(undefined)
      guard.record = next
      if (first) keeper.note(settings, next)
      else keep(next)
      follow(next, before, first)
      attempt(() => emit('decision', { ...stands(), source, whole, choices }))
      if (!first) return afterPaint(letGo)
      letGo(superseded)
      // Unless what was let go has answered anew.
      if (guard.record === next) {
        attempt(() => desk.draw('saved'))
        keep(next)
      }
      dim(false)
    }
    if (first) {
      dim(true)
      afterPaint(take)
    } else take()
  }

  /** One answer for all that is asked; an objection against what is exempt is another matter, and stays. */
  const answerAll = (yes: boolean, source: Source) => {
    const choices: Choices = new Map()
    if (!yes) {
      undone ||= gate.once.size > 0
      gate.once.clear()
    }
    for (const { id, asked, services } of offered()) {
      if (asked) choices.set(id, yes)
      for (const service of services) {
        if (!isFree(service)) asked && choices.set(serviceCode(service.id), yes)
        else if (state.answer(service.id)) choices.set(serviceCode(service.id), false)
      }
    }
    answerWith(choices, true, source)
  }

  /** Answers by id of category or service, or `category/service`. Only `true` grants. What is unknown is reported and changes nothing. */
  const answerSome = (given: Readonly<Record<string, unknown>>, whole: boolean, source: Source) => {
    look()
    const choices: Choices = new Map()
    const categories = offered()
    const services: Service[] = categories.flatMap((one) => one.services)
    const codes = services.map(({ id }) => serviceCode(id))
    const entries = Object.entries(Object(given) === given ? given : { [given as unknown as string]: true }).map(
      ([id, yes]) => [id.replace(/^.*\//, ''), yes === true] as const,
    )
    for (const [id, yes] of entries) {
      if (!state.isCategory(id) || id === 'functional') continue
      choices.set(id, yes)
      for (const service of services) if (service.category === id && !isFree(service)) choices.set(serviceCode(service.id), yes)
      // Which category a service of another page is in, nobody knows here: with a category withdrawn, it is asked again.
      if (!yes)
        for (const key of guard.record?.answers.keys() ?? [])
          if (/^[A-Z\d]{5}$/.test(key) && !codes.includes(key)) choices.set(key, undefined)
    }
    for (const [id, yes] of entries) {
      const service = services.find((one) => one.id === id)
      if (service) {
        // Of what is exempt, only an objection is an answer.
        if (service.category !== 'functional') choices.set(serviceCode(id), yes && isFree(service) ? undefined : yes)
      } else if (!state.isCategory(id) && state.answer(id)) choices.set(serviceCode(id), yes)
      else if (!state.isCategory(id))
        desk.report(
          'id',
          id,
          [...categories, ...services].map((one) => one.id),
        )
    }
    // Of one provider, where there is one answer: for a host of it by name, or else by its category. What is answered by itself keeps its own.
    for (const hosts of families) {
      const named = hosts.filter((host) => entries.some(([id]) => id === host))
      const answered = (named[0] ? named : hosts).map(serviceCode).filter((code) => choices.has(code))
      const [given, ...others] = new Set(answered.map((code) => choices.get(code)))
      if (answered.length && !others.length) for (const host of hosts) choices.set(serviceCode(host), given)
    }
    if (choices.size) answerWith(choices, whole, source)
  }

  const withdraw = (id?: string) => {
    const alike = families.find((hosts) => hosts.includes(`${id}`)) ?? [id]
    // What was loaded once goes too, when it is this that is withdrawn.
    for (const element of gate.once) {
      const { words, service } = gate.needs(element)
      if ([service, ...words].some((one) => alike.includes(one as string))) undone = gate.once.delete(element)
    }
    if (id) answerSome({ [id]: false }, false, 'withdrawal')
    else answerAll(false, 'withdrawal')
    // What was loaded once has no answer to take back.
    if (undone) adopt(guard.record)
  }

  return {
    answerAll,
    answerSome,
    withdraw,
    act(action) {
      const [verb, id] = action.split(':')
      if (verb === 'accept-all' || verb === 'reject-all') answerAll(verb === 'accept-all', 'preferences')
      else if (verb === 'withdraw') withdraw(id)
      else if (verb === 'grant' && id) answerSome({ [id]: true }, false, 'placeholder')
      else desk.report('data-toestemming-action', action, 'action')
    },
    adopt(record) {
      // Something newer may have been said here in the meantime.
      const take = () => record.decided > (guard.record?.decided ?? 0) && adopt(record)
      void (hearing ? hearing.then(take) : take())
    },
    tidy() {
      if (guard.record) keep(guard.record)
      void erase()
    },
  }
}
