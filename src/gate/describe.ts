import { knownEmbeds } from './knownEmbeds.ts'
import { vendorScripts } from './vendorScripts.ts'

/** What a placeholder can say of an embed. */
export interface Description {
  readonly provider?: string
  readonly privacy?: string
  /** Where the content can be seen at its provider. */
  readonly open?: string
  /** Where the script is that draws it. */
  readonly script?: string
  /** Whether it is no bigger than a button. */
  readonly button?: boolean
}

/** Where providers' own snippets name the page that they show. */
const permalinks = ['data-instgrm-permalink', 'cite', 'data-href', 'data-url', 'data-tf-widget', 'href', 'data-src', 'src']

/** What is known of a frame, or of what a template holds; nothing of the page is changed, and nobody is asked. */
export function describe(element: HTMLElement, service?: string): Description {
  const content = (element as HTMLTemplateElement).content as DocumentFragment | undefined
  const inside = content ? [...content.querySelectorAll<HTMLElement>('*')] : [element]
  const urls = inside.flatMap((one) => urlOf(one.dataset.src || one.getAttribute('src')))
  const known =
    // A host stands for the service that nobody has named.
    knownEmbeds.find(({ id }) => service && !service.includes('.') && id.test(service)) ??
    knownEmbeds.find(
      ({ markup, at }) => (markup && content?.querySelector(markup)) || urls.some(({ host, pathname }) => at.test(host + pathname)),
    )
  const frame = inside.find(({ localName }) => localName === 'iframe')
  const [framed] = frame ? urlOf(frame.dataset.src || frame.getAttribute('src')) : []
  const isTheirs = ({ host, pathname }: URL) => !known || known.at.test(host + pathname)
  // The page's own links to it, in the snippet or right behind the frame.
  const links = [...((content ?? element.nextElementSibling)?.querySelectorAll('a[href]') ?? [])].flatMap((one) =>
    urlOf(one.getAttribute('href')),
  )
  const page = framed && urlOf(known?.open?.(framed, links.filter(isTheirs)))[0]
  const button = !!known?.button && !!content?.querySelector(known.button)
  return {
    ...(known && { provider: known.provider, privacy: known.privacy }),
    // What a frame names may be the site's own page, as that which a button likes. The frame itself can be opened as well.
    open: framed ? (page && isTheirs(page) ? page : framed).href : permalink(content, isTheirs),
    script: vendorScripts.find(({ embed }) => content?.querySelector(embed))?.address,
    button,
  } as Description
}

/** The address that a provider's own snippet gives for what it shows. */
function permalink(content: DocumentFragment | undefined, isTheirs: (url: URL) => boolean): string | undefined {
  const last = [...(content?.querySelectorAll('blockquote > a[href]') ?? [])].pop()?.getAttribute('href')
  if (last) return last
  for (const name of permalinks)
    for (const one of content?.querySelectorAll(`[${name}]:not(script)`) ?? []) {
      const value = one.getAttribute(name) ?? ''
      // A like button names the page that is liked, which is the site's own.
      if (/^https?:\/\//.test(value) && urlOf(value).some(isTheirs)) return value
      // That of `data-tf-live` is no form's, and has no page.
      if (/^data-tf/.test(name)) return `https://form.typeform.com/to/${value}`
    }
  return undefined
}

/** An address of the web, in a list of none or one. */
function urlOf(address: string | null | undefined): readonly URL[] {
  try {
    const url = new URL(address || 'none:', document.baseURI)
    return /^https?:$/.test(url.protocol) && url.host !== location.host ? [url] : []
  } catch {
    return []
  }
}
