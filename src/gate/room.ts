/** The room that an embed will take in the page, kept for it while it waits. */

export interface Room {
  /** Gives an element of ours that size, before it is in the page. */
  take(host: HTMLElement): void
  /** Has it stand where the embed would, once it is in the page. */
  settle(host: HTMLElement): void
}

/** Nothing for what no visitor would see. */
export function keepRoom(element: HTMLElement, content: DocumentFragment | undefined): Room | undefined {
  const shown = element.getClientRects().length > 0
  const { top, width: wide, height: high } = element.getBoundingClientRect()
  const { position, aspectRatio } = getComputedStyle(element)
  // A frame in the template says how big it will be; in a tab or a fold that is closed no frame has a size yet, but its attributes tell.
  const sized = content ? content.querySelector('iframe,video,embed,object,img') : element
  const width = shown ? wide : Number.parseFloat(sized?.getAttribute('width') ?? '') || (content ? 0 : 300)
  const height = shown ? high : Number.parseFloat(sized?.getAttribute('height') ?? '') || (content ? 0 : 150)
  if (content ? !isSeen(content, width, height) : width < 20 || height < 20) return undefined
  const parent = element.parentElement
  const space = parent?.clientWidth ?? 0
  const full = /%$/.test(sized?.getAttribute('width') ?? '') || !width || (shown && width >= space - 1)
  const lifted = shown && position === 'absolute'
  // Where its height follows from its width, ours does too.
  const keepsShape = lifted || (shown && !!aspectRatio && aspectRatio !== 'auto')
  const before = parent?.offsetHeight ?? 0

  return {
    take({ style }) {
      style.setProperty('width', full ? '100%' : `${width}px`)
      if (keepsShape) style.setProperty('aspect-ratio', `${width}/${height}`)
      else if (height) style.setProperty('min-height', `${height}px`)
    },
    settle(host) {
      if (!lifted || !space) return
      // The old way to keep a frame's shape: a parent with padding in which it lies. Ours must not be lifted out of the page, so that nothing of
      // the page's own is ever covered; it is moved up into that padding, in parts of the width, as the padding is.
      const move = (side: string, by: number) => host.style.setProperty(side, `${(by / space) * 100}%`)
      host.style.setProperty('height', 'auto')
      move('margin-top', top - host.getBoundingClientRect().top)
      const grown = (parent?.offsetHeight ?? 0) - before
      const needed = host.offsetHeight - height
      if (grown > 0) move('margin-bottom', Math.max(0, needed) - grown)
    },
  }
}

/** Whether something in a template can be seen: words, or a picture, frame or film that is no counting pixel. */
function isSeen(content: DocumentFragment, width: number, height: number): boolean {
  if ((width && width < 20) || (height && height < 20)) return false
  return [...content.querySelectorAll('*')].some(
    (one) =>
      (/^(iframe|img|video|audio|embed|object|canvas|svg|form|input|button)$/.test(one.localName) &&
        !(+(one.getAttribute('width') ?? 20) < 20)) ||
      (one.localName === 'div' && one.hasAttribute('class')) ||
      /^IN/.test(one.getAttribute('type') ?? '') ||
      (!/^(script|style|noscript)$/.test(one.localName) &&
        [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())),
  )
}
