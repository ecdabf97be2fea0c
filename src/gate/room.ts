/** The room that an embed will take in the page, kept for it while it waits. */

export interface Room {
  /** Gives an element of ours that size, before it is in the page. */
  take(host: HTMLElement): void
  /** Has it stand where the embed would, once it is in the page; returns what undoes that. */
  settle(host: HTMLElement): () => void
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
  const tall = parent?.offsetHeight ?? 0
  const full = /%$/.test(sized?.getAttribute('width') ?? '') || !width || (shown && width >= space - 1)
  const lifted = shown && position === 'absolute'
  // Where its height follows from its width, ours does too.
  const keepsShape = lifted || (shown && !!aspectRatio && aspectRatio !== 'auto')

  return {
    take({ style }) {
      // In less than this nobody can read what it says.
      style.setProperty('width', full ? '100%' : `${Math.max(width, 240)}px`)
      if (keepsShape) style.setProperty('aspect-ratio', `${width}/${height}`)
      else if (height) style.setProperty('min-height', `${height}px`)
    },
    settle(host) {
      if (!parent) return () => {}
      if (!lifted) {
        // Under a frame in a line of text is room for the tails of letters; without it what follows would go up.
        const lost = shown && !keepsShape ? tall - parent.offsetHeight : 0
        if (lost > 0 && lost < 20) host.style.setProperty('min-height', `${height + lost}px`)
        return () => {}
      }
      // The old way to keep a frame's shape: a parent with padding in which it lies, lifted out of the page. Ours is not, so that it never covers
      // what is the page's own: the padding makes room for it, and what a pseudo-element pushes down goes up again.
      const { style } = parent
      const names = ['padding-top', 'padding-bottom', 'height']
      const before = names.map((name) => [name, style.getPropertyValue(name)] as const)
      for (const name of names) style.setProperty(name, name === 'height' ? 'auto' : '0')
      host.style.setProperty('margin-top', `${((top - host.getBoundingClientRect().top) / (space || width)) * 100}%`)
      return () => {
        for (const [name, value] of before) style.setProperty(name, value)
      }
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
