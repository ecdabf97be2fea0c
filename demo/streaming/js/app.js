/** The app: which address shows which page, and what every change of page brings with it. */

import { showCartCount } from './cartCount.js'
import { cart } from './cartPage.js'
import { contact } from './contact.js'
import { feedback } from './feedback.js'
import { film } from './film.js'
import { measurePage } from './measure.js'
import { home, offer } from './offer.js'
import { createRouter } from './router.js'
import { fireTags } from './tags.js'

/** `fill` makes a page's template complete; what it returns is called once the page is there. */
const routes = [
  { path: '/', template: 'home', title: 'Films voor vanavond', fill: home },
  { path: '/aanbod', template: 'offer', title: 'Aanbod', fill: offer },
  { path: '/film/:id', template: 'film', fill: film },
  { path: '/winkelwagen', template: 'cart', title: 'Winkelwagen', fill: cart },
  { path: '/besteld', template: 'ordered', title: 'Bedankt' },
  { path: '/contact', template: 'contact', title: 'Contact', fill: contact },
  { path: '/bereikbaar', template: 'reach', title: 'Bel of mail ons' },
  { path: '/feedback', template: 'feedback', title: 'Feedback', fill: feedback },
  { path: '/privacy', template: 'privacy', title: 'Privacy' },
  { path: '/cookies', template: 'cookies', title: 'Cookies' },
  { path: '/instellingen', template: 'settings', title: 'Je keuzes' },
]

createRouter({
  routes,
  missing: { template: 'missing', title: 'Deze pagina is er niet' },
  place: document.querySelector('[data-page]'),
  shown({ template, title, isFirst }) {
    document.title = `${title} – Avondlicht`
    for (const link of document.querySelectorAll('.top nav a, .bottom nav a:not([data-toestemming-action])')) {
      if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
    // The first page is counted by Analytics itself, when it comes.
    if (!isFirst) measurePage(document.title)
    fireTags(template)
  },
})
showCartCount()
