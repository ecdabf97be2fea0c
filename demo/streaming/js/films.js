/** What is for sale. */
export const films = [
  {
    id: 'de-laatste-veerpont',
    title: 'De laatste veerpont',
    genre: 'Drama',
    year: 2023,
    minutes: 104,
    price: 3.95,
    story:
      'Elke avond brengt Marga de laatste reizigers naar de overkant. Als er een brug komt, moet ze kiezen wat ze met haar schip doet.',
  },
  {
    id: 'kas-14',
    title: 'Kas 14',
    genre: 'Thriller',
    year: 2024,
    minutes: 96,
    price: 4.95,
    story: 'In de nacht brandt er licht in een kas die al jaren leeg staat. Een jonge teler gaat kijken, en komt daar niet alleen aan.',
  },
  {
    id: 'tante-riet-pakt-de-tram',
    title: 'Tante Riet pakt de tram',
    genre: 'Komedie',
    year: 2022,
    minutes: 89,
    price: 2.95,
    story: 'Tante Riet stapt in de verkeerde tram en besluit te blijven zitten. Aan het einde van de dag kent de hele stad haar naam.',
  },
  {
    id: 'onder-het-ijs',
    title: 'Onder het ijs',
    genre: 'Natuur',
    year: 2021,
    minutes: 78,
    price: 2.95,
    story: 'Een winter lang filmde een duiker onder het ijs van een Fries meer. Daar blijkt het drukker dan je denkt.',
  },
  {
    id: 'de-appeldieven',
    title: 'De appeldieven',
    genre: 'Familie',
    year: 2023,
    minutes: 92,
    price: 3.95,
    story: 'Er verdwijnen appels uit de boomgaard, elke nacht precies twaalf. Drie vrienden houden de wacht, met een zaklamp en een plan.',
  },
  {
    id: 'ruis',
    title: 'Ruis',
    genre: 'Sciencefiction',
    year: 2024,
    minutes: 118,
    price: 4.95,
    story: 'Een radio op zolder vangt een stem op uit een stad die niet bestaat. De stem weet wat er morgen gebeurt.',
  },
  {
    id: 'windkracht-elf',
    title: 'Windkracht elf',
    genre: 'Avontuur',
    year: 2020,
    minutes: 110,
    price: 3.95,
    story: 'Twee zussen varen met een oude kotter de storm in om hun broer te vinden. De zee heeft andere plannen.',
  },
  {
    id: 'de-nachtbakker',
    title: 'De nachtbakker',
    genre: 'Drama',
    year: 2022,
    minutes: 101,
    price: 3.95,
    story: 'Als de stad slaapt, bakt Youssef brood. Een klant zonder naam komt elke nacht om vier uur, en praat meer dan hij koopt.',
  },
]

export const credits = [
  { id: 'zilverdoek', title: 'Zilverdoek', price: 8.95, story: 'Een maand klassieke films.' },
  { id: 'kinderkijk', title: 'Kinderkijk', price: 5.95, story: 'Een maand series voor kinderen.' },
  { id: 'noorderfilm', title: 'Noorderfilm', price: 6.95, story: 'Een maand films uit het noorden.' },
]

export const products = new Map([
  ...films.map(({ id, title, price }) => [id, { title, price, kind: 'film', what: '48 uur huren' }]),
  ...credits.map(({ id, title, price }) => [id, { title, price, kind: 'credit', what: 'tegoed voor 1 maand' }]),
])

export const euro = (amount) => `€ ${amount.toFixed(2).replace('.', ',')}`
