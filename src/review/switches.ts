/** The switches of preferences: what they are for, and that they are off. */

import type { Notes } from './notes.ts'
import { type Layer, labelOf, type Subject } from './subject.ts'
import { textOf } from './tree.ts'

/** A purpose each, and whose it is; what is off until the visitor says otherwise (DP-6); and what is no choice. */
export function reviewSwitches(layer: Layer, subject: Subject, fresh: boolean, notes: Notes): void {
  const { place, element } = layer
  const { api } = subject
  notes.measured('R-26', 'R-30')
  const inputs = [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const posing = inputs.find(({ name }) => name === 'functional' || name.startsWith('functional/'))
  if (posing)
    notes.find('R-26', place, {
      figure: { nl: `schakelaar “${posing.name}”`, en: `switch “${posing.name}”` },
      text: {
        nl: 'Wat altijd aan staat, heeft hier een schakelaar.',
        en: 'What is always on has a switch here.',
      },
      remedy: { nl: 'Haal het script weg dat deze schakelaar maakt.', en: 'Take away the script that makes this switch.' },
      element: posing,
    })
  if (!fresh) notes.skip('DP-6', 'De schakelaars kunnen al zijn omgezet.', 'The switches may have been moved already.')
  else if (!api)
    notes.skip('DP-6', 'Wat de bezoeker eerder koos, is hier niet te lezen.', 'What the visitor chose before cannot be read here.')
  else {
    notes.measured('DP-6')
    const answers = api.record.answers
    for (const input of inputs) {
      const [category = '', service] = input.name.split('/')
      const answer = service ? (answers[service] ?? answers[category]) : answers[category]
      // What is exempt runs until the visitor objects, and says so above its switch.
      const exempt = [...(input.closest('li')?.children ?? [])].some(({ localName }) => localName === 'p')
      if ((!input.checked && !input.defaultChecked) || answer === 'yes' || exempt) continue
      notes.find('DP-6', place, {
        figure: {
          nl: `“${labelOf(input.closest('label') ?? input)}” staat aan`,
          en: `“${labelOf(input.closest('label') ?? input)}” is on`,
        },
        text: {
          nl: 'Deze keuze staat aan zonder dat de bezoeker dat heeft gezegd.',
          en: 'This choice is on without the visitor having said so.',
        },
        remedy: { nl: 'Haal het script weg dat de schakelaar aanzet.', en: 'Take away the script that switches it on.' },
        element: input,
      })
    }
  }
  for (const group of element.querySelectorAll('fieldset')) {
    const input = group.querySelector<HTMLInputElement>('h3 input')
    if (!input) continue
    const title = labelOf(group)
    const purpose = [...group.children]
      .filter(({ localName }) => localName === 'p')
      .map(textOf)
      .join(' ')
    if (!purpose)
      notes.find('R-30', place, {
        figure: { nl: `“${title}”: 0 woorden`, en: `“${title}”: 0 words` },
        text: { nl: 'Bij deze keuze staat niet waarvoor ze is.', en: 'This choice does not say what it is for.' },
        remedy: {
          nl: `Zet in de configuratie: "categories": { "${input.name}": { "title": "…", "purpose": "…" } }`,
          en: `Write in the configuration: "categories": { "${input.name}": { "title": "…", "purpose": "…" } }`,
        },
        element: group,
      })
    if (!group.querySelector('li'))
      notes.find('R-30', place, {
        level: 'warning',
        figure: { nl: `“${title}”: 0 diensten genoemd`, en: `“${title}”: 0 services named` },
        text: { nl: 'Bij deze keuze staat niet van welke aanbieder ze is.', en: 'This choice does not say whose it is.' },
        remedy: {
          nl: 'Noem de diensten bij "services" in de configuratie, bijvoorbeeld met hun naam uit de catalogus.',
          en: 'Name the services under "services" in the configuration, for example by their id in the catalogue.',
        },
        element: group,
      })
  }
}

/** What is asked, by title, in preferences that were seen. */
export const purposesOf = ({ element }: Layer): string[] =>
  [...element.querySelectorAll('fieldset')].filter((group) => group.querySelector('h3 input')).map(labelOf)
