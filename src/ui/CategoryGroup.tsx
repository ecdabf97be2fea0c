import type { OfferedCategory } from '../model/view.ts'
import { ServiceItem } from './ServiceItem.tsx'
import { Switch } from './Switch.tsx'
import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  readonly category: OfferedCategory
  /** In the cookie table: all is told, nothing is asked. */
  readonly told?: boolean
}

/** A purpose in plain words, its switch when consent is asked for it, and the services that serve it. */
export function CategoryGroup({ scene, category, told = false }: Properties) {
  const { say } = scene
  const { id, asked, required, services } = category
  const title = category.title ?? (say(`category.${id}.title`) || id)
  const list = (
    <ul>
      {services.map((service) => (
        <ServiceItem key={service.id} scene={scene} category={category} service={service} told={told} />
      ))}
    </ul>
  )
  return (
    <fieldset aria-label={title}>
      <h3>
        {asked && !told ? (
          <Switch scene={scene} category={category}>
            {title}
          </Switch>
        ) : (
          title
        )}
        {required && <small>{` (${say('preferences.always')})`}</small>}
      </h3>
      <p>
        {category.purpose ?? say(`category.${id}.purpose`)} {/* Of what needs no consent, the service's own reason says who sees what. */}
        {(asked || required) && `${say(`category.${id}.recipients`)} ${say(`category.${id}.refusal`)}`}
      </p>
      {told
        ? list
        : services.length > 0 && (
            // An objection must not be hidden behind a click; other services may be, so that there are few switches at first (DP-20).
            <details open={services.some(({ exempt }) => exempt)}>
              <summary>{say('preferences.services', { count: services.length })}</summary>
              {list}
            </details>
          )}
    </fieldset>
  )
}
