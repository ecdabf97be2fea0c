import type { Service } from '../model/types.ts'
import type { OfferedCategory } from '../model/view.ts'
import { Facts } from './Facts.tsx'
import { Switch } from './Switch.tsx'
import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  readonly category: OfferedCategory
  readonly service: Service
  readonly told: boolean
}

/** A service with its own switch, or in the cookie table with its own answer. */
export function ServiceItem({ scene, category, service, told }: Properties) {
  const { view, say } = scene
  const { id, provider, title = provider, exempt } = service
  const { answers, settings } = view
  // As it is stored: a switch that was moved beside the table is no answer yet.
  const answer = answers[id] ?? (settings.services.includes(service) ? undefined : answers[category.id])
  const state = category.required || (exempt && answer !== 'no') ? 'exempt' : (answer ?? 'never')
  // A file has no visitor who chose.
  const said = told && say(`table.${state}`)
  const facts = <Facts scene={scene} service={service} told={told} />
  return (
    <li>
      <h4>
        {told || category.required ? (
          title
        ) : (
          <Switch scene={scene} category={category} service={service}>
            {title}
          </Switch>
        )}
        {said && <small>{` (${said})`}</small>}
      </h4>
      {exempt && (
        <p>
          {/* What is always on has no switch to object with. */}
          {!category.required && say('preferences.exempt')} {exempt}
        </p>
      )}
      {told ? (
        facts
      ) : (
        <details>
          <summary>{say('preferences.details', { service: title })}</summary>
          {facts}
        </details>
      )}
    </li>
  )
}
