/** What the interceptor and the gate know of elements. */

/** What the gate looks after. */
export const marked = '[data-toestemming],[data-consent-form],[data-consent]'
/** In markup and in names of attributes: what the gate has to be told of. */
export const marks = /data-(src|toestemming($|=)|consent)/
/** Elements that were held, in that order. */
export const held = new Set<HTMLElement>()
/** How many elements wait outside the page at most: of pixels that never end, the oldest go. */
export const most = 1000
/** What we released or put in the page ourselves, which nobody is to hold; of a script that was replaced, what runs in its place. */
export const ours = new WeakMap<Element, Element>()
/** What scripts have put somewhere, which the browser has not read in the page. */
export const placed = new WeakSet<object>()
/** Frames that have just come: whoever reads their window enters it. */
export const enterAll = (elements: readonly Partial<HTMLIFrameElement>[]) => elements.map((one) => one.contentWindow)
