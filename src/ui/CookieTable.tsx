import { CategoryGroup } from './CategoryGroup.tsx'
import type { Scene } from './scene.ts'

/** The cookie declaration: every service and what it stores, and the visitor's own choice. */
export function CookieTable({ scene }: { readonly scene: Scene }) {
  const { view, actions, say, Button } = scene
  const { record, lang, settings } = view
  const date = new Intl.DateTimeFormat([lang, 'nl'], { dateStyle: 'long', timeStyle: 'short' }).format(record?.decided)
  return (
    <section part="cookies" data-toestemming-view="cookies" aria-labelledby="cookies">
      <h2 part="title" id="cookies">
        {say('table.title')}
      </h2>
      <p>{say('table.text')}</p>
      {view.categories.map((category) => (
        <CategoryGroup key={category.id} scene={scene} category={category} told />
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
