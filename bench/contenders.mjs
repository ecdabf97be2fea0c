/**
 * Who is measured, each set up as its own documentation says, with the same three services, in Dutch:
 * - `markup` is written into the page: `first` before all else in the head, `last` at the end of the body
 * - `files` are served under `/<key>/`, from a folder or as a text
 * - `hold` marks a script so that it waits for consent
 * - `banner` and `accept` are selectors from the document inwards, one per shadow root
 * - `forgets` says that a return visit is as the first
 */
import { join } from 'node:path'
import { peers } from './peers.mjs'

const services = [
  {
    id: 'meter',
    category: 'analytics',
    title: 'Statistieken',
    provider: 'Meetbureau',
    purpose: 'Telt bezoeken, zodat wij de website kunnen verbeteren.',
    cookie: '_meter',
  },
  {
    id: 'adverteerder',
    category: 'tracking',
    title: 'Advertenties',
    provider: 'Adverteerder',
    purpose: 'Toont advertenties die bij je passen.',
    cookie: '_advert',
  },
  { id: 'film', category: 'social', title: "Video's", provider: 'Filmhuis', purpose: "Toont video's op onze pagina's.", cookie: '_film' },
]
export const categories = services.map(({ category }) => category)
const serviceIn = (category) => services.find((one) => one.category === category).id

const question = 'Wij willen graag cookies van anderen gebruiken. Kies wat je goed vindt. Je kunt je keuze altijd wijzigen.'
const links = { privacy: '/privacy', cookies: '/cookies' }

/** A script that waits, with what this contender marks it with. */
const script = (marks, { src, code = '' }) =>
  `<script type="text/plain" ${marks}${src ? ` data-src="${src}"` : ''}>${src ? '' : code}</script>`

const ourConfiguration = {
  owner: 'Voorbeeld BV',
  links,
  services: services.map(({ id, category, title, provider, purpose, cookie }) => ({
    id,
    category,
    title,
    provider,
    purpose,
    cookies: [{ name: cookie, duration: 'P1Y' }],
  })),
}

const vanillaConfiguration = {
  // Without this it shows nothing to a browser that says it is driven by a program.
  hideFromBots: false,
  categories: {
    necessary: { enabled: true, readOnly: true },
    ...Object.fromEntries(services.map(({ category, cookie }) => [category, { autoClear: { cookies: [{ name: cookie }] } }])),
  },
  language: {
    default: 'nl',
    translations: {
      nl: {
        consentModal: {
          title: 'Mogen wij cookies gebruiken?',
          description: question,
          acceptAllBtn: 'Alles accepteren',
          acceptNecessaryBtn: 'Alles weigeren',
          showPreferencesBtn: 'Voorkeuren',
          footer: `<a href="${links.privacy}">Privacy</a><a href="${links.cookies}">Cookies</a>`,
        },
        preferencesModal: {
          title: 'Cookievoorkeuren',
          acceptAllBtn: 'Alles accepteren',
          acceptNecessaryBtn: 'Alles weigeren',
          savePreferencesBtn: 'Keuze opslaan',
          closeIconLabel: 'Sluiten',
          sections: [
            { title: 'Noodzakelijk', description: 'Zonder deze cookies werkt de website niet.', linkedCategory: 'necessary' },
            ...services.map(({ category, title, provider, purpose }) => ({
              title,
              description: `${purpose} (${provider})`,
              linkedCategory: category,
            })),
          ],
        },
      },
    },
  },
}

const klaroConfiguration = {
  version: 1,
  acceptAll: true,
  lang: 'nl',
  translations: {
    nl: {
      privacyPolicyUrl: links.privacy,
      consentNotice: { description: question, learnMore: 'Voorkeuren' },
      ok: 'Alles accepteren',
      decline: 'Alles weigeren',
      purposes: Object.fromEntries(services.map(({ category, title }) => [category, { title }])),
      ...Object.fromEntries(services.map(({ id, purpose }) => [id, { description: purpose }])),
    },
  },
  services: services.map(({ id, category, provider, cookie }) => ({ name: id, title: provider, purposes: [category], cookies: [cookie] })),
}

/** The least that can be written by hand, without a memory: the reference for how soon scripts can run. */
const leastCode = `document.querySelector('#accept').onclick = () => {
  document.querySelector('#banner').remove()
  for (const held of document.querySelectorAll('script[type="text/plain"]')) {
    const script = document.createElement('script')
    script.async = false
    if (held.dataset.src) script.src = held.dataset.src
    else script.text = held.text
    held.replaceWith(script)
  }
}`

/** @param folders where each peer was unpacked, and where the build of ours is, by key */
export const createContenders = (folders) => ({
  none: {
    title: 'no widget',
    markup: { first: '', last: '' },
    files: {},
    hold: ({ src, code }) => script('data-held', { src, code }),
  },
  least: {
    title: 'by hand',
    forgets: true,
    markup: {
      first: '',
      last: `<div id="banner" style="position:fixed;inset:auto 0 0;padding:20px;background:white"><p>${question}</p><button id="accept">Alles accepteren</button></div>
<script>${leastCode}</script>`,
    },
    files: {},
    hold: ({ src, code }) => script('data-held', { src, code }),
    banner: ['#banner'],
    accept: ['#accept'],
  },
  ours: {
    title: 'Toestemming',
    markup: {
      first: `<script type="application/json" data-toestemming="config">${JSON.stringify(ourConfiguration)}</script>
<script src="/ours/toestemming.js"></script>`,
      last: '',
    },
    /** Texts in the page that stand in for a file. */
    inline: JSON.stringify(ourConfiguration),
    files: { folder: folders.ours },
    hold: ({ category, src, code }) => script(`data-consent="${category}"`, { src, code }),
    banner: ['toestemming-ui', '[data-toestemming-view="banner"]'],
    accept: ['toestemming-ui', '[data-toestemming-view="banner"] [data-toestemming-action="accept-all"]'],
  },
  vanilla: {
    title: `${peers.vanilla.name} ${peers.vanilla.version}`,
    markup: {
      first: '<link rel="stylesheet" href="/vanilla/cookieconsent.css">',
      last: '<script type="module" src="/vanilla/cookieconsent-config.js"></script>',
    },
    files: {
      folder: join(folders.vanilla, 'dist'),
      texts: {
        'cookieconsent-config.js': `import './cookieconsent.umd.js'\nCookieConsent.run(${JSON.stringify(vanillaConfiguration)})\n`,
      },
    },
    hold: ({ category, src, code }) => script(`data-category="${category}"`, { src, code }),
    banner: ['#cc-main .cm'],
    accept: ['#cc-main .cm [data-role="all"]'],
  },
  klaro: {
    title: `${peers.klaro.name} ${peers.klaro.version}`,
    markup: {
      first: '<script defer src="/klaro/config.js"></script>\n<script defer src="/klaro/klaro.js"></script>',
      last: '',
    },
    files: { folder: join(folders.klaro, 'dist'), texts: { 'config.js': `var klaroConfig = ${JSON.stringify(klaroConfiguration)}\n` } },
    hold: ({ category, src, code }) => script(`data-type="text/javascript" data-name="${serviceIn(category)}"`, { src, code }),
    banner: ['#klaro .cookie-notice:not(.cookie-notice-hidden)'],
    accept: ['#klaro .cookie-notice .cm-btn-success'],
  },
})
