/** Words by language that a banner must not use, and those that an answer is clear by. Matched as whole words, in any case of letters. */

export interface Words {
  /** A button that says only this does not say what it does. */
  readonly vague: readonly string[]
  /** Steers, or puts blame. */
  readonly steering: readonly string[]
  /** Says that consent is needed, or that going on is agreeing. */
  readonly needed: readonly string[]
  /** Claims an interest where consent is needed. */
  readonly interest: readonly string[]
  /** A clear no. */
  readonly reject: readonly string[]
  /** A clear yes. */
  readonly accept: readonly string[]
  /** Makes one of the answers larger than it is. */
  readonly praise: readonly string[]
}

export const words: Readonly<Record<string, Words>> = {
  nl: {
    vague: ['prima', 'ok', 'oké', 'begrepen', 'ga verder', 'doorgaan', 'verder', 'sluiten', 'top', 'prettig', 'leuk', 'ik snap het'],
    steering: ['(optimale|beste|betere) (\\p{L}+ )?ervaring', 'helaas', 'nee,? ik wil', 'jammer', 'mis je', 'missen', 'we vinden het fijn'],
    needed: [
      'door verder te gaan',
      'door deze (web)?site te gebruiken',
      'om deze (web)?site te gebruiken',
      'verplicht',
      'om verder te gaan',
    ],
    interest: ['gerechtvaardigde?n? belang(en)?'],
    reject: ['weiger\\p{L}*', 'niet akkoord', 'geen toestemming', 'niet accepteren', 'nee'],
    accept: ['accept\\p{L}+', 'akkoord', 'toestaan', 'sta \\p{L}+ toe', 'toestemming geven', 'geef toestemming', 'ja'],
    praise: ['aanbevolen', 'aangeraden', 'beste keuze', 'optimale', 'slim'],
  },
  en: {
    vague: ['got it', 'ok', 'okay', 'continue', 'close', 'fine', 'sure', 'understood', 'great', 'dismiss', 'next', 'i understand'],
    steering: [
      '(optimal|best|better) (\\p{L}+ )?experience',
      'sorry',
      'unfortunately',
      "no,? i (do not|don’t|don't) want",
      'miss out',
      'sadly',
    ],
    needed: ['by continuing', 'by using this (web)?site', 'to use this (web)?site', 'to continue', 'mandatory'],
    interest: ['legitimate interests?'],
    reject: ['reject\\p{L}*', 'refus\\p{L}+', 'declin\\p{L}+', 'deny', 'disagree', 'do not (accept|agree|allow)', 'no consent', 'no'],
    accept: ['accept\\p{L}*', 'agree', 'allow\\p{L}*', 'consent', 'yes'],
    praise: ['recommended', 'best choice', 'optimal', 'smart'],
  },
  de: {
    vague: ['ok', 'okay', 'verstanden', 'weiter', 'alles klar', 'schließen'],
    steering: ['(optimale|beste|bessere)\\p{L}* (erfahrung|erlebnis|nutzererlebnis)', 'leider'],
    needed: ['wenn (du|sie) weiter', 'um diese website zu nutzen'],
    interest: ['berechtigte\\p{L}* interesse\\p{L}*'],
    reject: ['ablehn\\p{L}*', 'verweiger\\p{L}*', 'lehne?n? \\p{L}+ ab', 'nein'],
    accept: ['akzeptier\\p{L}*', 'zustimm\\p{L}*', 'einwillig\\p{L}*', 'erlaub\\p{L}*', 'zulassen', 'ja'],
    praise: ['empfohlen', 'optimal\\p{L}*'],
  },
  fr: {
    vague: ['ok', 'd’accord', 'compris', 'continuer', 'fermer'],
    steering: ['(meilleure|optimale) expérience', 'malheureusement', 'désolés?', 'non merci'],
    needed: ['en (continuant|poursuivant)', 'pour utiliser ce site'],
    interest: ['intérêts? légitimes?'],
    reject: ['refus\\p{L}*', 'rejet\\p{L}*', 'non'],
    accept: ['accept\\p{L}*', 'autoris\\p{L}*', 'consen\\p{L}*', 'oui'],
    praise: ['recommandé', 'optimale?'],
  },
  es: {
    vague: ['ok', 'vale', 'entendido', 'continuar', 'cerrar'],
    steering: ['(mejor|óptima) experiencia', 'lamentablemente', 'lo sentimos', 'no,? gracias'],
    needed: ['al (continuar|seguir)', 'para usar este sitio'],
    interest: ['interés legítimo'],
    reject: ['rechaz\\p{L}*', 'deneg\\p{L}*', 'no'],
    accept: ['acept\\p{L}*', 'permit\\p{L}*', 'consent\\p{L}*', 'sí'],
    praise: ['recomendado'],
  },
  it: {
    vague: ['ok', 'ho capito', 'continua', 'chiudi'],
    steering: ['(migliore|ottimale) esperienza', 'esperienza (migliore|ottimale)', 'purtroppo', 'ci dispiace', 'no,? grazie'],
    needed: ['continuando', 'per usare questo sito'],
    interest: ['legittimo interesse'],
    reject: ['rifiut\\p{L}*', 'nega', 'no'],
    accept: ['accett\\p{L}*', 'consent\\p{L}*', 'sì'],
    praise: ['consigliato'],
  },
  pl: {
    vague: ['ok', 'rozumiem', 'przejdź dalej', 'zamknij'],
    steering: ['(najlepsz|optymaln|lepsz)\\p{L}* (doświadczeni|wrażeni)\\p{L}*', 'niestety', 'przykro', 'nie,? dziękuję'],
    needed: ['kontynuując', 'aby korzystać ze strony'],
    interest: ['uzasadnion\\p{L}* interes\\p{L}*'],
    reject: ['odrzu\\p{L}*', 'odm\\p{L}*', 'nie'],
    accept: ['akcept\\p{L}*', 'zgadzam', 'zezw\\p{L}*', 'tak'],
    praise: ['polecane', 'zalecane'],
  },
  tr: {
    vague: ['tamam', 'anladım', 'devam et', 'kapat'],
    steering: ['(en iyi|daha iyi|optimum) deneyim\\p{L}*', 'maalesef', 'ne yazık ki', 'hayır,? istemiyorum'],
    needed: ['devam ederek', 'bu siteyi kullanmak için'],
    interest: ['meşru menfaat'],
    reject: ['redd?e\\p{L}*', 'hayır'],
    accept: ['kabul\\p{L}*', 'izin ver\\p{L}*', 'onayl\\p{L}*', 'evet'],
    praise: ['önerilen'],
  },
  uk: {
    vague: ['ок', 'гаразд', 'зрозуміло', 'продовжити', 'закрити'],
    steering: ['(найкращ|кращ|оптимальн)\\p{L}* досвід\\p{L}*', 'на жаль', 'вибачте', 'ні,? дякую'],
    needed: ['продовжуючи', 'щоб користуватися (цим )?сайтом'],
    interest: ['законн\\p{L}* інтерес\\p{L}*'],
    reject: ['відхил\\p{L}*', 'відмов\\p{L}*', 'ні'],
    accept: ['прийня\\p{L}*', 'погод\\p{L}*', 'дозвол\\p{L}*', 'так'],
    praise: ['рекомендовано'],
  },
  ar: {
    vague: ['موافق', 'حسنًا', 'فهمت', 'متابعة', 'إغلاق'],
    steering: ['(أفضل|أحسن) تجربة', 'للأسف', 'عذرًا', 'نأسف', 'لا شكرًا'],
    needed: ['بمتابعة', 'بالاستمرار', 'لاستخدام هذا الموقع'],
    interest: ['مصلحة مشروعة'],
    reject: ['رفض', 'أرفض', 'لا أوافق'],
    accept: ['قبول', 'أقبل', 'أوافق'],
    praise: ['موصى به'],
  },
  fy: {
    vague: ['ok', 'goed sa', 'begrepen', 'gean fierder', 'slute'],
    steering: ['(optimale|bêste|bettere) ûnderfining', 'spitich genôch', 'spitigernôch', 'nee,? ik wol'],
    needed: ['troch fierder te gean', 'om dizze (web)?side te brûken'],
    interest: ['rjochtfeardige belang(en)?'],
    reject: ['wegerj\\p{L}*', 'wegere', 'nee'],
    accept: ['akseptearj\\p{L}*', 'akkoart', 'ja'],
    praise: ['oanrikkemandearre'],
  },
}

/** Which of these a text holds, as whole words; the first way it is written there. */
export function foundIn(text: string, list: readonly string[]): string | undefined {
  const found = new RegExp(`(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})`, 'iu').exec(text)
  return list.length ? found?.[0] : undefined
}

/** Whether a button's label is no more than such words. */
export function isOnly(label: string, list: readonly string[]): boolean {
  return new RegExp(`^[\\P{L}]*(?:(?:${list.join('|')})[\\P{L}]*)+$`, 'iu').test(label)
}

/** Of Dutch: what speaks to one person, and what to one whom one does not know. */
const registers = [
  ['je', 'jij', 'jou', 'jouw', 'jezelf', 'jullie'],
  ['u', 'uw', 'uzelf'],
] as const

/** A word of each register, when a Dutch text has both. */
export function mixed(text: string): readonly [string, string] | undefined {
  const [first, second] = registers.map((list) => foundIn(text, list))
  return first && second ? [first, second] : undefined
}

/** Words, as a reader counts them. */
export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Words per sentence, on average. */
export const sentenceLength = (text: string): number => {
  const sentences = text.split(/(?<=[.!?:])\s+/).filter((one) => countWords(one) > 0)
  return sentences.length ? countWords(text) / sentences.length : 0
}
