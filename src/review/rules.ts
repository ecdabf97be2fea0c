/** The rules that can be measured in a page, by code, with where they come from. The numbers are the project's own; so are the words. */

import type { Both, Rule } from './types.ts'

const ap = (...numbers: readonly number[]): Both => {
  const nl = numbers.join(' en ')
  const en = numbers.join(' and ')
  return {
    nl: `Autoriteit Persoonsgegevens, vuistregel${numbers.length > 1 ? 's' : ''} ${nl}`,
    en: `Dutch regulator (AP), rule${numbers.length > 1 ? 's' : ''} of thumb ${en}`,
  }
}
const taskforce = (paragraph: string): Both => ({
  nl: `EDPB, taskforce cookiebanners (2023), § ${paragraph}`,
  en: `EDPB cookie banner taskforce (2023), § ${paragraph}`,
})
const patterns: Both = { nl: 'EDPB, richtsnoeren 03/2022 over misleidend ontwerp', en: 'EDPB guidelines 03/2022 on deceptive design' }
const consent: Both = { nl: 'EDPB, richtsnoeren 05/2020 over toestemming', en: 'EDPB guidelines 05/2020 on consent' }
const wcag = (criterion: string): Both => ({ nl: `WCAG 2.2, ${criterion}`, en: `WCAG 2.2, ${criterion}` })
const gdpr = (article: string): Both => ({ nl: `AVG, artikel ${article}`, en: `GDPR, article ${article.replace(/ lid (\d+)/, '($1)')}` })
const both = (one: Both, two: Both): Both => ({ nl: `${one.nl}; ${two.nl}`, en: `${one.en}; ${two.en}` })

const rule = (nl: string, en: string, source: Both, regulator: readonly number[] = [], also: readonly string[] = []) => ({
  rule: { nl, en },
  source,
  regulator,
  also,
})

const rules = {
  'DP-1': rule(
    'Waar accepteren staat, staat ook weigeren, en beide zijn te zien zonder te scrollen',
    'Where accept is, reject is too, and both can be seen without scrolling',
    both(ap(4, 5), taskforce('8')),
    [4, 5],
    ['R-2', 'R-28', 'DP-33'],
  ),
  'DP-2': rule(
    'Weigeren en accepteren zijn hetzelfde soort knop',
    'Reject and accept are the same kind of button',
    both(ap(7), taskforce('14')),
    [7],
    ['R-3'],
  ),
  'DP-3': rule(
    'Weigeren en accepteren vallen even veel op: grootte, lettertype, rand en contrast',
    'Reject and accept stand out equally: size, font, border and contrast',
    both(ap(5), taskforce('17-18')),
    [5],
    ['R-5', 'R-6', 'DP-33'],
  ),
  'DP-4': rule(
    'Weigeren en accepteren zijn goed te lezen en helemaal vrij',
    'Reject and accept can be read well and nothing lies over them',
    both(ap(5), taskforce('18')),
    [5],
    ['R-105', 'DP-33'],
  ),
  'DP-5': rule(
    'Weigeren kost niet meer stappen dan accepteren',
    'Reject takes no more steps than accept',
    both(ap(6), patterns),
    [6],
    ['R-4'],
  ),
  'DP-6': rule('Niets staat vooraf aan', 'Nothing is switched on beforehand', both(ap(2), taskforce('9-10')), [2], ['R-25']),
  'DP-7': rule(
    'Alleen een duidelijke knop geeft toestemming: geen kruisje, geen klik op de pagina',
    'Only a clear button gives consent: no cross, no click on the page',
    both(ap(3), consent),
    [3],
    ['R-7', 'R-22'],
  ),
  'DP-11': rule(
    'De teksten sturen niet en geven geen schuldgevoel',
    'The texts do not steer and put no blame',
    both(ap(3), patterns),
    [3],
    ['R-127', 'R-131'],
  ),
  'DP-12': rule(
    'De knoppen zeggen met een duidelijk woord wat ze doen',
    'The buttons say in a clear word what they do',
    ap(3),
    [3],
    ['R-126'],
  ),
  'DP-15': rule(
    'De pagina is te lezen en te gebruiken zonder te kiezen: geen cookiemuur',
    'The page can be read and used without choosing: no cookie wall',
    both(consent, { nl: 'Tw 11.7a lid 5', en: 'Dutch Telecommunications Act 11.7a(5)' }),
    [],
    ['R-11', 'R-12'],
  ),
  'DP-16': rule(
    'Er is een blijvende, zichtbare weg terug naar de keuze',
    'There is a lasting, visible way back to the choice',
    both(ap(8), taskforce('32-35')),
    [8],
    ['R-36'],
  ),
  'DP-17': rule('Intrekken is even makkelijk als geven', 'Withdrawing is as easy as giving', both(ap(8), gdpr('7 lid 3')), [8], ['R-37']),
  'DP-18': rule(
    'Er wordt om toestemming gevraagd, niet om een gerechtvaardigd belang',
    'Consent is asked for, and no legitimate interest is claimed',
    both(ap(9), taskforce('24')),
    [9],
    ['R-27'],
  ),
  'DP-20': rule(
    'Er zijn weinig keuzes tegelijk, en alles weigeren blijft in beeld',
    'There are few choices at once, and reject all stays in view',
    patterns,
    [],
    ['R-33'],
  ),
  'DP-21': rule('In de banner staat niets anders dan de vraag', 'The banner holds nothing but the question', patterns, [], ['R-23']),
  'DP-22': rule(
    'De vraag is kort en in gewone woorden',
    'The question is short and in plain words',
    both(ap(3), gdpr('7 lid 2')),
    [3],
    ['R-129'],
  ),
  'DP-23': rule(
    'De banner spreekt de taal van de pagina, en één aanspreekvorm',
    'The banner speaks the language of the page, and addresses the visitor in one way',
    patterns,
    [],
    ['R-125', 'R-130'],
  ),
  'DP-25': rule('De focus staat niet al op accepteren', 'The focus is not on accept beforehand', patterns, [], ['R-99', 'R-102']),
  'DP-26': rule(
    'Weigeren en accepteren staan naast elkaar of even breed onder elkaar',
    'Reject and accept stand side by side, or stacked in the same width',
    both(ap(5), patterns),
    [5],
    ['R-3'],
  ),
  'DP-27': rule('Weigeren werkt meteen, net als accepteren', 'Reject works at once, as accept does', ap(6), [6], ['R-5']),
  'DP-28': rule('Niets beweegt of telt af om aandacht', 'Nothing moves or counts down for attention', patterns, [], ['R-115', 'R-116']),
  'DP-29': rule(
    'De teksten beloven niets dat de keuzes tegenspreken',
    'The texts promise nothing that the choices contradict',
    patterns,
    [],
    ['R-135'],
  ),
  'DP-30': rule('De vraag zit aan niets anders vast', 'The question is tied to nothing else', both(consent, gdpr('7 lid 2')), [], ['R-23']),
  'DP-32': rule(
    'Met het toetsenbord en een schermlezer is weigeren even dichtbij',
    'By keyboard and screen reader reject is as near',
    both(wcag('2.1.1, 4.1.2'), patterns),
    [],
    ['R-100', 'R-112'],
  ),
  'R-8': rule(
    'De banner zegt wie vraagt en waarvoor, vóór de knoppen',
    'The banner says who asks and what for, before the buttons',
    both(ap(1), gdpr('4 lid 11')),
    [1],
  ),
  'R-9': rule(
    'De banner zegt dat en hoe je later van keuze kunt veranderen',
    'The banner says that and how the choice can be changed later',
    both(ap(8), gdpr('7 lid 3')),
    [8],
  ),
  'R-10': rule(
    'De privacyverklaring is te lezen zonder te kiezen',
    'The privacy statement can be read without choosing',
    both(ap(1), { nl: 'Tw 11.7a lid 1', en: 'Dutch Telecommunications Act 11.7a(1)' }),
    [1],
  ),
  'R-13': rule(
    'Zolang er niets gekozen is, staat de vraag in beeld',
    'As long as nothing has been chosen, the question is in view',
    taskforce('7-8'),
  ),
  'R-15': rule(
    'Bij meer dan één doel is er een knop om per doel te kiezen',
    'With more than one purpose there is a button to choose per purpose',
    both(ap(4), gdpr('6 lid 1')),
    [4],
    ['R-16'],
  ),
  'R-26': rule('Wat altijd aan staat, doet niet alsof het een keuze is', 'What is always on does not pose as a choice', ap(9), [9]),
  'R-30': rule(
    'Bij elke keuze staat waarvoor het is en van wie',
    'With each choice it says what it is for and whose it is',
    both(ap(1), gdpr('13')),
    [1],
    ['R-133'],
  ),
  'R-104': rule('Knoppen zijn groot genoeg om te raken', 'Controls are large enough to hit', wcag('2.5.8')),
  'R-105': rule('Alle tekst heeft genoeg contrast en is groot genoeg', 'All text has enough contrast and is large enough', wcag('1.4.3')),
  'R-106': rule('De rand of het vlak van een knop is te zien', 'The edge or the fill of a button can be seen', wcag('1.4.11')),
  'R-128': rule(
    'Nergens staat dat toestemming nodig is, of dat verdergaan instemmen is',
    'Nowhere does it say that consent is needed, or that going on is agreeing',
    both(taskforce('13'), consent),
    [3],
  ),
} as const

export type Code = keyof typeof rules
export const codes = Object.keys(rules) as Code[]
export const ruleOf = (code: Code): Rule => ({ code, ...rules[code] })
