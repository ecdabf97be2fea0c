/** As they were: what stands in for them looks for what must be held, and what we release must not be. */
export const { cloneNode, replaceWith } = Element.prototype
