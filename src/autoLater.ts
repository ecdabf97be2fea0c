/** `later.js`: the same as from npm, and what only a page needs that fetches the parts one by one. */

export { cutOff, showTrigger } from './later.ts'

// Who comes near a control of the owner's is about to answer. What does it is there before the press, so that it counts for who leaves right after.
for (const event of ['pointerover', 'focusin'])
  addEventListener(event, ({ target }) => {
    // A field of a form may be named `closest`.
    if (target instanceof Element && Element.prototype.closest.call(target, '[data-toestemming-action]')) {
      import('./application.ts').catch(Boolean)
      import('./decisions.ts').catch(Boolean)
    }
  })
