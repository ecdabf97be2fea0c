import { Button } from './Button.tsx'
import type { Scene } from './scene.ts'

interface Properties {
  readonly scene: Scene
  readonly source: 'banner' | 'preferences'
}

/** Reject and accept, drawn once for every layer so that no layer can treat them differently. */
export function AnswerAll({ scene, source }: Properties) {
  const { actions } = scene
  const main = source === 'banner'
  return (
    <div class="pair">
      <Button scene={scene} action="reject-all" main={main} onClick={() => actions.rejectAll(source)} />
      <Button scene={scene} action="accept-all" main={main} onClick={() => actions.acceptAll(source)} />
    </div>
  )
}
