/** What the switches show, and what follows from moving one. */
import type { Service } from '../model/types.ts'
import type { OfferedCategory, View } from '../model/view.ts'

/** On or off by id of category or service: exactly those that have a switch. */
export type Choices = Readonly<Record<string, boolean>>

/**
 * Off unless the visitor said yes; what is exempt is on unless the visitor objected. A service that the page has but nobody configured
 * follows its category until it has an answer of its own, as it does in the core.
 */
export function storedChoices({ settings, categories, answers }: View): Choices {
  const choices: Record<string, boolean> = {}
  for (const { id, asked, required, services } of categories) {
    if (asked) choices[id] = answers[id] === 'yes'
    for (const service of required ? [] : services) {
      const answer = answers[service.id] ?? (settings.services.includes(service) ? '' : answers[id])
      choices[service.id] = service.exempt ? answer !== 'no' : answer === 'yes'
    }
  }
  return choices
}

/** A category moves its services along; its services together move the category. What is exempt stands apart. */
export function followChoice(choices: Choices, { id, services }: OfferedCategory, service: Service | undefined, on: boolean): Choices {
  const asked = services.filter(({ exempt }) => !exempt)
  const next: Record<string, boolean> = { ...choices, [service?.id ?? id]: on }
  if (!service) for (const each of asked) next[each.id] = on
  else if (!service.exempt && asked.every((each) => next[each.id] === on)) next[id] = on
  return next
}
