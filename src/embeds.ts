/** The lazy part that knows embeds of well-known providers: whose they are, where else they can be seen, and how they are drawn. */

export { describe } from './gate/describe.ts'
export { renderEmbeds } from './gate/renderEmbeds.ts'
