import { duration } from '../model/duration.ts'
import { localise } from '../model/text.ts'
import type { Service } from '../model/types.ts'
import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  readonly service: Service
}

/** What a visitor may know of a service: who, what for, where the data goes, and each cookie with its time. */
export function Facts({ scene, service }: Properties) {
  const { view, say } = scene
  const { provider, purpose, privacy, outsideEEA, cookies = [] } = service
  const time = (text: string) => say(`duration.${text}`) || duration(text, view.lang)
  return (
    <>
      <p>
        {localise(purpose, view.lang)} {say('table.provider', { provider })} {outsideEEA && say('table.outside')}{' '}
        {privacy && <a href={privacy}>{say('table.privacy', { provider })}</a>}
      </p>
      {cookies.length > 0 && (
        <table>
          <thead>
            <tr>
              {['name', 'duration', 'kind'].map((name) => (
                <th scope="col">{say(`table.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cookies.map((item) => (
              <tr>
                <th scope="row">
                  {item.name}
                  <small>{localise(item.purpose, view.lang)}</small>
                </th>
                <td>{time(item.duration ?? '')}</td>
                <td>
                  {say(`table.${item.storage ?? 'cookie'}`)} {say(`table.${item.party ?? 'first'}`, { provider })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
