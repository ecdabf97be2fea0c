/** What no measuring of a page can tell: said plainly, so that nobody takes a clean review for more than it is. */

import type { Unmeasured } from './types.ts'

const one = (
  code: string,
  rule: [nl: string, en: string],
  why: [nl: string, en: string],
  regulator: readonly number[] = [],
): Unmeasured => ({
  code,
  rule: { nl: rule[0], en: rule[1] },
  why: { nl: why[0], en: why[1] },
  source: { nl: 'Lijst van eisen', en: 'List of requirements' },
  regulator,
  also: [],
})

export const unseen: readonly Unmeasured[] = [
  one(
    'DP-19',
    ['Alleen wat echt nodig is, heet functioneel', 'Only what is really needed is called functional'],
    [
      'Of je site ergens niet zonder kan, weet alleen jij. De ontwikkelaarscontrole (debug.js) noemt wel bekende trackers die functioneel heten.',
      'Whether your site cannot do without something only you know. The development check (debug.js) does name known trackers that are called functional.',
    ],
    [9],
  ),
  one(
    'R-30',
    ['Wat er over doelen en ontvangers staat, is waar en volledig', 'What is said of purposes and recipients is true and complete'],
    [
      'Een computer ziet dat er tekst staat, niet of die klopt. Lees elk doel na en vergelijk het met wat je leveranciers zelf zeggen.',
      'A computer sees that there is text, not whether it is right. Read each purpose and compare it with what your vendors say themselves.',
    ],
    [1],
  ),
  one(
    'DP-11',
    ['Geen enkele zin stuurt, ook niet op een manier die niemand kent', 'No sentence steers, not even in a way that nobody knows'],
    [
      'Bekende zinnen worden gevonden; nieuwe, plaatjes en de toon van je eigen teksten niet. Laat iemand anders ze lezen.',
      'Known phrases are found; new ones, pictures and the tone of your own texts are not. Have somebody else read them.',
    ],
    [3],
  ),
  one(
    'DP-10',
    ['Wat je opslaat, is wat de schakelaars zeggen', 'What is saved is what the switches say'],
    [
      'Daarvoor moet er gekozen worden, en deze controle kiest niets. De eigen tests van de bibliotheek doen dat wel.',
      'That takes a choice, and this review makes none. The library’s own tests do.',
    ],
  ),
  one(
    'DP-13',
    ['Er wordt niet steeds opnieuw gevraagd', 'The question does not come back time and again'],
    [
      'Eén bezoek zegt niets over een half jaar. Verhoog revision alleen als de vraag echt verandert.',
      'One visit says nothing about half a year. Raise revision only when the question really changes.',
    ],
  ),
  one(
    'DP-14',
    ['De vraag is alleen opnieuw gesteld als ze veranderde', 'The question was asked again only where it had changed'],
    [
      'Dat staat in de geschiedenis van je configuratie, niet in de pagina.',
      'That is in the history of your configuration, not in the page.',
    ],
  ),
  one(
    'DP-31',
    ['Een nieuwe dienst vraagt opnieuw', 'A new service asks anew'],
    [
      'De bibliotheek doet dat voor diensten in de configuratie. Wat een leverancier zelf aan zijn code toevoegt, ziet niemand hier.',
      'The library does so for services in the configuration. What a vendor adds to its own code nobody sees here.',
    ],
  ),
  one(
    'R-38',
    ['Intrekken kost niets en heeft geen nadelen', 'Withdrawing costs nothing and has no drawbacks'],
    ['Of je site daarna hetzelfde doet, moet je zelf proberen.', 'Whether your site does the same afterwards you have to try.'],
    [8],
  ),
  one(
    'R-47',
    ['Je kunt aantonen dat iemand toestemming gaf', 'You can prove that somebody consented'],
    [
      'Dat bewijs ligt op je eigen server (records.endpoint), niet in de pagina.',
      'That proof is on your own server (records.endpoint), not in the page.',
    ],
  ),
  one(
    'R-123',
    ['Het werkt met een echte schermlezer', 'It works with a real screen reader'],
    ['Dat is met de hand te proberen, niet te meten.', 'That is tried by hand, not measured.'],
  ),
]
