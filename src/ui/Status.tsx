import { Button } from './Button.tsx'
import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  readonly status: string
}

/** Tells what happened to who cannot see it, and to everyone when the page must load again (4.1.3). */
export function Status({ scene, status }: Properties) {
  return (
    <div role="status" class={status.startsWith('reload') ? 'toast' : 'unseen'}>
      {scene.say(`status.${status}`)}
      {status === 'reload' && <Button scene={scene} action="reload" main onClick={scene.actions.reload} />}
    </div>
  )
}
