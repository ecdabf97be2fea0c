/** What providers offer for less watching: the same content, at an address that asks for it. */

const variants: readonly (readonly [found: RegExp, change: (url: URL) => void])[] = [
  // https://support.google.com/youtube/answer/171780 (privacy-enhanced mode)
  [
    /^(www\.)?youtube\.com\/embed\//,
    (url) => {
      url.hostname = 'www.youtube-nocookie.com'
    },
  ],
  // https://help.vimeo.com/hc/en-us/articles/26080940921361 (dnt)
  [/^player\.vimeo\.com\/video\//, (url) => url.searchParams.set('dnt', '1')],
]

/** The more private address of the same content, or the address itself. */
export function privateAddress(address: string): string {
  const url = URL.parse?.(address, document.baseURI)
  // A page that talks to its player has told it where it is.
  const change = url && !url.searchParams.has('enablejsapi') && variants.find(([found]) => found.test(url.host + url.pathname))?.[1]
  if (!url || !change) return address
  change(url)
  return url.href
}
