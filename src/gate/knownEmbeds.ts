/** Embeds that many sites have: whose they are, and where a visitor can see the same at the provider itself. */

export interface KnownEmbed {
  /** Ids of services that are these; the catalogue's. */
  readonly id: RegExp
  /** Host and path of the addresses they have. */
  readonly at: RegExp
  /** What they are in the page, where a script draws them. */
  readonly markup?: string
  /** Of `markup`, what is a button. */
  readonly button?: string
  readonly provider: string
  readonly privacy: string
  /**
   * Where the content of a frame can be seen at the provider; without it, or where that is elsewhere, at the frame's own address.
   * @param links to the provider, which come with the frame
   */
  open?(url: URL, links: readonly URL[]): string | null | undefined
}

const google = 'https://policies.google.com/privacy?hl=nl'
const part = (url: URL, pattern: RegExp, address: string) => {
  const found = pattern.exec(url.pathname + url.search)
  return found && address.replace(/\$(\d)/g, (_, index: number) => found[index] ?? '')
}

export const knownEmbeds: readonly KnownEmbed[] = [
  {
    id: /^youtube/,
    at: /(^|\.)(youtube(-nocookie)?\.com|youtu\.be)\//,
    provider: 'YouTube',
    privacy: google,
    open: (url) =>
      part(url, /list=([\w-]+)/, 'https://www.youtube.com/playlist?list=$1') ??
      part(url, /live_stream.*[?&]channel=([\w-]+)/, 'https://www.youtube.com/channel/$1/live') ??
      part(url, /embed\/([\w-]+)/, 'https://www.youtube.com/watch?v=$1'),
  },
  {
    id: /^vimeo/,
    at: /(^|\.)vimeo\.com\//,
    provider: 'Vimeo',
    privacy: 'https://vimeo.com/privacy',
    // Films that are not listed have a second number.
    open: (url) => part(url, /video\/(\d+).*[?&]h=(\w+)/, 'https://vimeo.com/$1/$2') ?? part(url, /video\/(\d+)/, 'https://vimeo.com/$1'),
  },
  {
    id: /^google-maps/,
    at: /^((www|maps)\.)?google\.[a-z.]+\/maps/,
    provider: 'Google Maps',
    privacy: google,
    open: (url) =>
      part(url, /\/d\/.*[?&]mid=([\w-]+)/, 'https://www.google.com/maps/d/viewer?mid=$1') ??
      // Street View. https://developers.google.com/maps/documentation/urls/get-started
      part(url, /!1d(-?[\d.]+)!2d(-?[\d.]+)!3f/, 'https://www.google.com/maps/@?api=1&map_action=pano&viewpoint=$1,$2') ??
      part(url, /!2d(-?[\d.]+)!3d(-?[\d.]+)/, 'https://www.google.com/maps/search/?api=1&query=$2,$1') ??
      part(url, /[?&]q=([^&]+)/, 'https://www.google.com/maps/search/?api=1&query=$1') ??
      'https://www.google.com/maps',
  },
  {
    id: /^openstreetmap/,
    at: /(^|\.)openstreetmap\.org\//,
    provider: 'OpenStreetMap',
    privacy: 'https://osmfoundation.org/wiki/Privacy_Policy',
    open: (url) => part(url, /[?&](bbox=[^&]+)/, 'https://www.openstreetmap.org/?$1'),
  },
  {
    id: /^spotify/,
    at: /^open\.spotify\.com\//,
    provider: 'Spotify',
    privacy: 'https://www.spotify.com/nl/legal/privacy-policy/',
    open: (url) => part(url, /embed(?:-podcast)?\/(\w+\/\w+)/, 'https://open.spotify.com/$1'),
  },
  {
    id: /^soundcloud/,
    at: /(^|\.)soundcloud\.com\//,
    provider: 'SoundCloud',
    privacy: 'https://soundcloud.com/pages/privacy',
    // Its own snippets name a track by number, which has no page, and the page in a line under the player.
    open(url, links) {
      const address = url.searchParams.get('url')
      return /\/\/api[.-]/.test(address ?? '') ? links.at(-1)?.href : address
    },
  },
  {
    id: /^(x|twitter)\b/,
    at: /(^|\.)(twitter|x)\.com\//,
    markup: '[class^=twitter-]',
    button: '[class$=-button]',
    provider: 'X',
    privacy: 'https://x.com/nl/privacy',
  },
  {
    id: /^facebook/,
    at: /(^|\.)facebook\.(com|net)\//,
    markup: '[class^=fb-]',
    button: '.fb-like,.fb-share-button,.fb-save',
    provider: 'Facebook',
    privacy: 'https://www.facebook.com/privacy/policy/',
    open: (url) => url.searchParams.get('href'),
  },
  {
    id: /^instagram/,
    at: /(^|\.)instagram\.com\//,
    markup: '.instagram-media',
    provider: 'Instagram',
    privacy: 'https://privacycenter.instagram.com/policy/',
    open: (url) => part(url, /^(\/\w+\/[\w-]+\/)/, 'https://www.instagram.com$1'),
  },
  {
    id: /^linkedin/,
    at: /(^|\.)linkedin\.com\//,
    markup: '[type^=IN]',
    button: '[type^=IN]',
    provider: 'LinkedIn',
    privacy: 'https://nl.linkedin.com/legal/privacy-policy',
    open: (url) => part(url, /embed\/(feed\/update\/[\w:%]+)/, 'https://www.linkedin.com/$1'),
  },
  {
    id: /^tiktok/,
    at: /(^|\.)tiktok\.com\//,
    markup: '.tiktok-embed',
    provider: 'TikTok',
    privacy: 'https://www.tiktok.com/legal/page/eea/privacy-policy/nl',
  },
  {
    id: /^pinterest/,
    at: /(^|\.)pinterest\.com\//,
    markup: '[data-pin-do]',
    button: '[data-pin-do^=button]',
    provider: 'Pinterest',
    privacy: 'https://policy.pinterest.com/nl/privacy-policy',
    open: (url) => part(url, /[?&]id=(\d+)/, 'https://www.pinterest.com/pin/$1/'),
  },
  {
    id: /^calendly/,
    at: /(^|\.)calendly\.com\//,
    markup: '.calendly-inline-widget',
    provider: 'Calendly',
    privacy: 'https://calendly.com/legal/privacy-notice',
  },
  {
    id: /^typeform/,
    at: /(^|\.)typeform\.com\//,
    markup: '[data-tf-live],[data-tf-widget]',
    provider: 'Typeform',
    privacy: 'https://www.typeform.com/legal/privacy-policy',
  },
  { id: /^google-calendar/, at: /^calendar\.google\.com\//, provider: 'Google Agenda', privacy: google },
  { id: /^google-docs/, at: /^(docs|drive)\.google\.com\//, provider: 'Google Documenten', privacy: google },
]
