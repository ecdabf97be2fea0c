import { fill } from '../model/text.ts'
import type { Actions, View } from '../model/view.ts'
import { AnswerAll } from './AnswerAll.tsx'
import { Button } from './Button.tsx'
import { type Choices, storedChoices } from './choices.ts'
import { Links } from './Links.tsx'

/** What every part of the interface is drawn from. */
export interface Scene {
  readonly view: View
  readonly actions: Actions
  /** The switches as they stand: the stored answers with what was moved since. */
  readonly choices: Choices
  /** Keeps moved switches until they are saved; `{}` forgets them. */
  readonly move: (draft: Choices) => void
  /** What the banner has loaded already, so that the panels need not bring it again. */
  readonly AnswerAll: typeof AnswerAll
  readonly Button: typeof Button
  readonly Links: typeof Links
  /** The text of a key, filled in: the owner's, else the locale's, else nothing. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string
}

export function createScene(view: View, actions: Actions, draft: Choices, move: Scene['move']): Scene {
  const { owner } = view.settings
  const find = (key: string) => view.texts[key] ?? ''
  const say: Scene['say'] = (key, values) => fill(find(key), { owner, trigger: find('trigger.label'), ...values })
  return { view, actions, choices: { ...storedChoices(view), ...draft }, move, say, AnswerAll, Button, Links }
}
