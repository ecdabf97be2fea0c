import { accepted } from './respond.mjs'

/** Where the hosting company receives crash reports of its control panel. */
export const crashReports = {
  provider: 'Nevelveld crashmeldingen',
  service: 'crash-reports',
  own: true,
  hosts: ['crash.nevelveld.example', 'crash.hosting.example'],
  respond(request) {
    return request.path === '/report' ? accepted(request) : null
  },
}
