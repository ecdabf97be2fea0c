import { accepted } from './respond.mjs'

/** Where a site's owner receives reports of crashes in the site's own app. */
const crashReports = (owner, hosts) => ({
  provider: `${owner} crashmeldingen`,
  service: 'crash-reports',
  own: true,
  hosts,
  respond: (request) => (request.path === '/report' ? accepted(request) : null),
})

export const crashReportsOfPanel = crashReports('Nevelveld', ['crash.nevelveld.example', 'crash.hosting.example'])
export const crashReportsOfPlayer = crashReports('Avondlicht', ['crash.avondlicht.example', 'crash.streaming.example'])
