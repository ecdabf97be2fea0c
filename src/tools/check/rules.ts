/** Rules that take a visit to see: requests, what is kept, and more than one width. */

import type { Rule } from '../../review.ts'

const law = {
  nl: 'Tw 11.7a lid 1; EDPB, richtsnoeren 2/2023',
  en: 'Dutch Telecommunications Act 11.7a(1); EDPB guidelines 2/2023',
}
const patterns = { nl: 'EDPB, richtsnoeren 03/2022 over misleidend ontwerp', en: 'EDPB guidelines 03/2022 on deceptive design' }

const rules = {
  'DP-8': {
    rule: {
      nl: 'Vóór een keuze wordt niemand anders iets gevraagd en niets bewaard dat toestemming nodig heeft',
      en: 'Before a choice nothing is asked of others and nothing is kept that needs consent',
    },
    source: law,
    also: ['R-1', 'R-71', 'R-142'],
  },
  'DP-9': {
    rule: {
      nl: 'Na weigeren wordt niemand anders iets gevraagd en niets bewaard dat toestemming nodig heeft',
      en: 'After a refusal nothing is asked of others and nothing is kept that needs consent',
    },
    source: law,
    also: ['R-84'],
  },
  'DP-13': {
    rule: { nl: 'Na weigeren komt de vraag niet terug', en: 'After a refusal the question does not come back' },
    source: patterns,
    also: ['R-18'],
  },
  'DP-24': {
    rule: {
      nl: 'Op elke breedte staan dezelfde knoppen, met dezelfde woorden in dezelfde volgorde',
      en: 'At each width there are the same controls, with the same words in the same order',
    },
    source: patterns,
    also: ['R-17'],
  },
  'R-136': {
    rule: {
      nl: 'Wat na accepteren wordt gevraagd en bewaard, staat in de configuratie',
      en: 'What is asked and kept after acceptance is in the configuration',
    },
    source: {
      nl: 'AVG artikel 13; Tw 11.7a lid 1',
      en: 'GDPR article 13; Dutch Telecommunications Act 11.7a(1)',
    },
    also: ['R-133'],
  },
} as const

export type VisitCode = keyof typeof rules
export const visitCodes = Object.keys(rules) as VisitCode[]
export const ruleOf = (code: VisitCode): Rule => ({ code, regulator: [], ...rules[code] })
