import { Preferences } from './Preferences.tsx'
import type { Scene } from './scene.ts'

const showModal = (dialog: HTMLDialogElement | null) => {
  if (dialog?.open === false) dialog.showModal()
}

/**
 * The preferences over the page. The focus starts on the heading, not on an answer (R-99, DP-25). The browser closes a dialog by itself at
 * Escape, after which `close` tells; when `draw` closes it the dialog is gone by then, and nothing is left to tell.
 */
export function PreferencesDialog({ scene }: { readonly scene: Scene }) {
  const { actions, say, Button } = scene
  return (
    <dialog
      part="preferences"
      data-toestemming-view="preferences"
      aria-labelledby="preferences"
      ref={showModal}
      onClose={({ currentTarget }) => currentTarget.isConnected && actions.close()}
    >
      <div class="head">
        <h2 part="title" id="preferences" tabIndex={-1} autofocus>
          {say('preferences.title')}
        </h2>
        <Button scene={scene} action="close" onClick={actions.close} />
      </div>
      <Preferences scene={scene} />
    </dialog>
  )
}
