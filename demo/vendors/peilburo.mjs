import { accepted, pixel, script } from './respond.mjs'

/** An invented research bureau that asks visitors how satisfied they are. */
export const peilburo = {
  provider: 'Peilburo',
  service: 'peilburo',
  hosts: ['survey.peilburo.example'],
  respond(request) {
    if (request.path === '/survey.js') return script('writeCookie', 'survey')
    if (request.path === '/pixel.gif') return pixel()
    return request.path === '/seen' ? accepted(request) : null
  },
}
