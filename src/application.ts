/** The lazy part that asks and draws, with its ports filled in. */

import type { Parts } from './assemble.ts'
import { createApplication } from './core/application.ts'
import type { Application, Guard } from './core/contract.ts'
import type { Desk } from './core/desk.ts'
import { loadTexts } from './model/texts.ts'
import { createHost } from './ui/host.ts'

export { setUp } from './setup.ts'

export function startApplication(guard: Guard, parts: Parts): Application {
  const application: Application = createApplication(guard, {
    face: createHost({
      ui: () => parts.load('ui'),
      soon: () => {
        application.soon()
        parts.load('later').catch(Boolean)
        // What is accepted then runs at once.
        parts.load('release').then(guard.gate.equip, Boolean)
      },
      panels: async (tabled) => {
        // What decides also knows which entries are one.
        application.soon()
        return Object.assign({}, ...(await Promise.all([parts.load('panels'), tabled && parts.load('table')])))
      },
      texts: async (...names) =>
        (guard.settings.network ? (await parts.load('network')).tellSites : loadTexts)(
          guard.settings,
          document.documentElement.lang,
          parts.load,
          ...names,
        ),
    }),
    decisions() {
      const found = parts.load('decisions')
      const fill = ({ startDecisions }: typeof import('./decisions.ts')) => ({
        startDecisions: (desk: Desk) => startDecisions(desk, parts),
      })
      return 'then' in found ? found.then(fill) : fill(found)
    },
    gpc: guard.settings.signals.gpc && !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl,
    // Not `reload`: a page that came from a form would send that form again.
    reload: () => location.replace(location.href.replace(/#.*/, '')),
    report: (path, found, expected) => void parts.load('explain').then((module) => module.report([{ path, found, expected }]), Boolean),
  })
  return application
}
