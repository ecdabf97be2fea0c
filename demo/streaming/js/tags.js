/**
 * What a tag manager does on many a site: a list of rules by which it puts the code of vendors in the page, as those vendors write it,
 * unmarked. It knows nothing of consent. The configuration names the vendors' hosts; holding them is the library's work.
 */

/** As vendors' own snippets do it: a new element before the first script of the page. */
function insert(address) {
  const script = document.createElement('script')
  const first = document.getElementsByTagName('script')[0]
  script.async = true
  script.src = address
  first.parentNode.insertBefore(script, first)
}

function metaPixel(event) {
  if (!window.fbq) {
    const fbq = (...values) => (fbq.callMethod ? fbq.callMethod(...values) : fbq.queue.push(values))
    fbq.push = fbq
    fbq.loaded = true
    fbq.version = '2.0'
    fbq.queue = []
    window.fbq = fbq
    window._fbq = fbq
    insert('https://connect.facebook.net/nl_NL/fbevents.js')
    fbq('init', '660011220033')
    fbq('track', event)
  } else if (window.fbq.callMethod) window.fbq('track', event)
}

function googleAds(label) {
  if (window.google_trackConversion) {
    window.google_trackConversion({ google_conversion_id: 300200100, google_conversion_label: label })
  } else if (!window.google_conversion_id) {
    window.google_conversion_id = 300200100
    window.google_conversion_label = label
    insert('https://www.googleadservices.com/pagead/conversion.js')
  }
}

/** Which tags fire on which page. */
const rules = {
  cart() {
    metaPixel('InitiateCheckout')
    googleAds('winkelwagen')
    new Image().src = `https://survey.peilburo.example/pixel.gif?op=winkelwagen&r=${Math.random()}`
  },
  ordered() {
    metaPixel('Purchase')
    googleAds('besteld')
  },
}

export const fireTags = (page) => rules[page]?.()
