/** The room that an embed will take in the page, kept for it while it waits. */

export interface Room {
  /** Gives an element of ours that size, before it is in the page. */
  take(host: HTMLElement): void
  /** Has it stand where the embed would, once it is in the page, with all of it to be seen; returns what undoes that. */
  settle(host: HTMLElement): () => void
}

/** Nothing for what no visitor would see, or does not see yet. */
export function keepRoom(element: HTMLElement, content: DocumentFragment | undefined): Room | undefined {
  const { top, bottom, width: wide, height: high } = element.getBoundingClientRect()
  const computed = getComputedStyle(element)
  const { position, aspectRatio, display, marginLeft, pointerEvents, zIndex } = computed
  // A frame in the template says how big it will be.
  const sized = content?.querySelector('iframe,video,embed,object,img')
  const told = (name: string) => sized?.getAttribute(name) ?? ''
  const styled: Partial<Styled> = content ? styledIn(content) : {}
  const width = content ? pixels(styled.width || told('width')) : wide
  const height = content ? pixels(styled.height || told('height')) : high
  if (content ? !isSeen(content, width, height) : width < 20 || height < 20) return undefined
  // A film behind a heading, and a chat in the corner of the window: the page stands without them, and there is no place to press.
  if (!content && (position === 'fixed' || pointerEvents === 'none' || +zIndex < 0)) return undefined
  const parent = element.parentElement
  const space = parent?.clientWidth ?? 0
  const full = /%$/.test(styled.width || told('width')) || !width || (!content && width >= space - 1)
  const lifted = position === 'absolute' && !content
  const isInRow = !!parent && /flex/.test(getComputedStyle(parent).display)
  const isInLine = /^inline/.test(display) && !content
  // Where its height follows from its width, ours does too.
  const keepsShape = lifted || (!content && !!aspectRatio && aspectRatio !== 'auto')

  const tail = isInLine && !lifted && computed.verticalAlign === 'baseline' ? tailOf(element, bottom) : 0

  return {
    take({ style }) {
      const set = (name: string, value: string) => style.setProperty(name, value)
      set('width', full ? '100%' : `${width}px`)
      // In less than this it is hard to read; but a row or a grid of the page's does not grow for it.
      if (!isInRow) set('min-width', 'min(240px,100%)')
      if (styled.maxWidth) set('max-width', `min(100%,${styled.maxWidth})`)
      if (keepsShape) set('aspect-ratio', `${width}/${height}`)
      else if (styled.shape) set('aspect-ratio', styled.shape)
      else if (styled.height) set('min-height', styled.height)
      else if (height) set('min-height', `${height}px`)
      // What the page says of everything in such a place is not for ours.
      set('position', 'static')
      set('height', 'auto')
      if (content || lifted) return
      if (isInLine) set('display', 'inline-flex')
      for (const name of ['float', 'vertical-align', 'margin']) set(name, computed.getPropertyValue(name))
      // As many pixels as there are now on either side is the middle, also where there are fewer.
      if (Number.parseFloat(marginLeft) > 0 && marginLeft === computed.marginRight) set('margin-inline', 'auto')
      // A frame stands on its line of text with its lower edge; ours has text, which would come on that line.
      if (!tail) return
      set('vertical-align', 'bottom')
      set('margin-bottom', `${tail + Number.parseFloat(computed.marginBottom)}px`)
    },
    settle(host) {
      const undo: (() => void)[] = []
      const edge = (one: Element | null) => one?.getBoundingClientRect().bottom ?? 0
      const sticksOut = (node: Element | null) => edge(host) > edge(node) + 1
      const grows = host.getBoundingClientRect().height > high + 1
      // The old way to keep a frame's shape: a parent with padding in which it lies, lifted out of the page. Ours is not, so that it never covers
      // what is the page's own, and is never cut off: what is around it makes room, and what a pseudo-element pushes down goes up again.
      let lift = lifted
      for (let node = parent; node && node !== document.body && (lift || (grows && sticksOut(node))); node = node.parentElement) {
        const { style } = node
        const around = getComputedStyle(node)
        // There it can be scrolled to.
        if (!lift && /auto|scroll/.test(around.overflowY)) break
        const set = (name: string, value: string) => {
          const before = [style.getPropertyValue(name), style.getPropertyPriority(name)] as const
          undo.unshift(() => style.setProperty(name, ...before))
          style.setProperty(name, value, 'important')
        }
        set('height', 'auto')
        set('aspect-ratio', 'auto')
        if (lift) set('padding-block', '0')
        lift = around.position === 'absolute' && sticksOut(node.parentElement)
        if (lift) set('position', 'static')
      }
      if (lifted) host.style.setProperty('margin-top', `${((top - host.getBoundingClientRect().top) / (space || width)) * 100}%`)
      return () => {
        for (const one of undo) one()
      }
    },
  }
}

/** How much room for the tails of letters there is under what stands on a line of text, in pixels; none where it does not end that line. */
function tailOf(element: Element, bottom: number): number {
  const end = document.createElement('i')
  // On the same line, also after what is a little wider than it.
  end.style.cssText = 'display:inline-block;vertical-align:bottom;margin-inline-start:-9px'
  element.after(end)
  const tail = end.getBoundingClientRect().bottom - bottom
  end.remove()
  return tail > 0 && tail < 20 ? tail : 0
}

/** Sizes as they are written, empty where they are not. */
interface Styled {
  readonly width: string
  readonly maxWidth: string
  readonly height: string
  /** Its width by its height. */
  readonly shape: string
}

/**
 * The size that the first thing in a template has by its own style, or that what it is alone in or holds alone has: providers' snippets say it there.
 * Of what is read here nothing is laid out.
 */
function styledIn(content: DocumentFragment): Styled {
  const size = { width: '', maxWidth: '', height: '', shape: '' }
  let inside = [...content.children] as HTMLElement[]
  for (let first = true; inside[0]; first = false) {
    inside = inside.filter(({ localName }) => !/^(script|style|link|noscript)$/.test(localName))
    const [one] = inside
    if (!one?.style || (!first && inside[1])) break
    const { width, maxWidth, height, minHeight, aspectRatio, paddingTop, paddingBottom } = one.style
    size.width ||= width
    size.maxWidth ||= /%$/.test(maxWidth) ? '' : maxWidth
    size.height = [height, minHeight].find((value) => Number.parseFloat(value) > 0 && !/%$/.test(value)) ?? ''
    // The old way to keep a shape is padding, which goes by the width.
    const padding = [paddingTop, paddingBottom].reduce((sum, value) => sum + (/%$/.test(value) ? Number.parseFloat(value) : 0), 0)
    size.shape = /\d/.test(aspectRatio) ? aspectRatio : padding ? `100/${padding}` : ''
    if (size.height || size.shape) {
      // A block is as wide as there is room, whatever the frame in it says.
      if (!one.hasAttribute('width')) size.width ||= '100%'
      break
    }
    inside = [...one.children] as HTMLElement[]
  }
  return size
}

/** What is written in pixels, or as an attribute, as a number; of what is written otherwise nobody knows it. */
const pixels = (size: string) => (/\d(px)?$/.test(size) && Number.parseFloat(size)) || 0

/** Whether something in a template can be seen: words, or a picture, frame or film that is no counting pixel. */
function isSeen(content: DocumentFragment, width: number, height: number): boolean {
  if ((width && width < 20) || (height && height < 20)) return false
  return [...content.querySelectorAll('*')].some(
    (one) =>
      (/^(iframe|img|video|audio|embed|object|canvas|svg|form|input|button)$/.test(one.localName) &&
        !(+(one.getAttribute('width') ?? 20) < 20)) ||
      // What a script draws in, as vendors mark it.
      (/^(div|a)$/.test(one.localName) && one.getAttributeNames().some((name) => /^(class|id|data-)/.test(name))) ||
      /^IN/.test(one.getAttribute('type') ?? '') ||
      (!/^(script|style|noscript)$/.test(one.localName) &&
        [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())),
  )
}
