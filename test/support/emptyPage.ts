/** Unit tests share a window: what one file left in the page is not there for the next. Some have no page. */

globalThis.document?.body.replaceChildren()
