import type { Service, Settings } from '../model/types.ts'
import type { CategoryGroup } from './CategoryGroup.tsx'
import { declared } from './declared.ts'
import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  /** What is loaded beside it, so that it need not bring it again. */
  readonly parts: {
    readonly CategoryGroup: typeof CategoryGroup
    /** What the library itself keeps. */
    ownServices(settings: Settings): readonly Service[]
  }
}

/** The cookie declaration: every service and what it stores, and the visitor's own choice. */
export function CookieTable({ scene, parts }: Properties) {
  const { view, actions, say, Button } = scene
  const { record, lang, settings } = view
  const { CategoryGroup, ownServices } = parts
  const date = new Intl.DateTimeFormat([lang, 'nl'], { dateStyle: 'long', timeStyle: 'short' }).format(record?.decided)
  return (
    <section part="cookies" data-toestemming-view="cookies" aria-labelledby="cookies">
      <h2 part="title" id="cookies">
        {say('table.title')}
      </h2>
      <p>{say('table.text')}</p>
      <p>{declared(scene)}</p>
      {view.categories.map((category) => (
        <CategoryGroup
          key={category.id}
          scene={scene}
          category={category.required ? { ...category, services: [...category.services, ...ownServices(settings)] } : category}
          told
        />
      ))}
      <h3>{say('table.choice')}</h3>
      <p>
        {say(record ? 'table.record' : 'table.undecided', { date, revision: settings.revision })}{' '}
        {record?.id && say('table.id', { id: record.id })}
      </p>
      <div class="buttons">
        <Button scene={scene} action="open" onClick={actions.open} />
        {view.withdrawable && <Button scene={scene} action="withdraw" onClick={actions.withdraw} />}
      </div>
    </section>
  )
}
