import { duration } from '../model/duration.ts'
import { shownName } from '../model/shownName.ts'
import type { Service } from '../model/types.ts'
import { Purpose } from './Purpose.tsx'
import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  readonly service: Service
  /** In the cookie table, which says more. */
  readonly told: boolean
}

/** What a visitor may know of a service: who, what for, where the data goes, and each cookie with its time (R-133 to R-138). */
export function Facts({ scene, service, told }: Properties) {
  const { view, say } = scene
  const { provider, purpose, privacy, outsideEEA, role, cookies } = service
  const time = (text: string) => say(`duration.${text}`) || duration(text, view.lang)
  return (
    <>
      <p>
        <Purpose purpose={purpose} lang={view.lang} /> {say('table.provider', { provider: provider.replace(/\.$/, '') })}{' '}
        {told && role && `${say(`table.${role}`)} `}
        {outsideEEA && say('table.outside')} {privacy && <a href={privacy}>{say('table.privacy', { provider })}</a>}
      </p>
      {cookies?.length ? (
        <table>
          <thead>
            <tr>
              {['name', 'duration', 'kind'].map((name) => (
                <th key={name} scope="col">
                  {say(`table.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cookies.map((item) => (
              <tr key={item.name}>
                <th scope="row">
                  <bdi>{shownName(item.name)}</bdi>
                  <small>
                    <Purpose purpose={item.purpose} lang={view.lang} />
                  </small>
                </th>
                <td data-label={say('table.duration')}>{time(item.duration ?? 'unknown')}</td>
                <td data-label={say('table.kind')}>
                  {say(`table.${item.storage ?? 'cookie'}`)} {say(`table.${item.party ?? 'first'}`, { provider })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        told && <p>{say(cookies ? 'table.none' : 'table.unknown')}</p>
      )}
    </>
  )
}
