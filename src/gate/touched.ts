/** What the interceptor and the gate tell each other of elements. */

/** Elements that were held, in that order. */
export const held = new Set<HTMLElement>()
/** What we released or put in the page ourselves, which nobody is to hold; of a script that was replaced, what runs in its place. */
export const ours = new WeakMap<Element, Element>()
/** What scripts have put somewhere, which the browser has not read in the page. */
export const placed = new WeakSet<object>()
