/** Where each network takes a page to share, and under which names. Following a link loads nothing here; it goes there. */
const networks: Readonly<Record<string, readonly [address: string, page: string, title?: string]>> = {
  facebook: ['https://www.facebook.com/sharer/sharer.php', 'u'],
  linkedin: ['https://www.linkedin.com/sharing/share-offsite/', 'url'],
  x: ['https://x.com/intent/tweet', 'url', 'text'],
  bluesky: ['https://bsky.app/intent/compose', 'text'],
  whatsapp: ['https://wa.me/', 'text'],
  pinterest: ['https://www.pinterest.com/pin/create/button/', 'url', 'description'],
  mail: ['mailto:', 'body', 'subject'],
}

/** Completes what is marked with `data-toestemming-share`: a link with a network's name, or a hidden button with `device`. */
export function completeShares(): void {
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || location.href.replace(/#.*/, '')
  const { title } = document
  for (const element of document.querySelectorAll<HTMLAnchorElement>('[data-toestemming-share]')) {
    const { dataset } = element
    const network = networks[dataset.toestemmingShare ?? '']
    if (network && element.localName === 'a') {
      const [address, pageName, titleName] = network
      // What the owner has written stays.
      const own = element.getAttribute('href') ?? ''
      const says = (name: string) => RegExp(`[?&]${name}=`).test(own)
      if (['u', 'url', 'text', 'body'].some(says)) continue
      const values = [`${pageName}=${encodeURIComponent(page)}`]
      if (titleName && !says(titleName)) values.push(`${titleName}=${encodeURIComponent(title)}`)
      const base = own.startsWith(address) ? own : address
      element.href = `${base}${base.includes('?') ? '&' : '?'}${values.join('&')}`
    } else if (dataset.toestemmingShare === 'device' && typeof navigator.share === 'function') {
      element.hidden = false
      // Who closes it has not shared; that is no error.
      element.addEventListener('click', () => void navigator.share({ title, url: page }).catch(() => {}))
    } else if (!network && dataset.toestemmingShare !== 'device')
      document.dispatchEvent(
        new CustomEvent('toestemming:problem', {
          detail: { path: 'data-toestemming-share', found: dataset.toestemmingShare, expected: [...Object.keys(networks), 'device'] },
        }),
      )
  }
}
