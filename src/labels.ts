/** The lazy part with the trigger's words in the languages that most pages do not speak. */

export { default as labels } from '../locales/trigger/more.json'
