/** The advertising of a network of own sites: a number recognises the visitor on each of them; what the profile holds is subjects, no name. */
import { accepted, random, script, thirdPartyCookie } from './respond.mjs'

const profiles = new Map()

const offers = {
  administratie: 'Je keek naar administratie. Een proefuur kost € 35,00.',
  uren: 'Je keek naar uren. Met een strippenkaart betaal je minder per uur.',
  mailbox: 'Je las over je mailbox. Fenna werkt hem in een proefuur met je bij.',
  plannen: 'Je keek naar planners. Een weekblok kost € 9,00.',
}

export const vlotnet = {
  provider: 'Vlotnet',
  service: 'netwerkprofiel',
  hosts: ['aanbod.vlotnet.example'],
  respond(request) {
    if (request.path === '/profiel.js') return script('vlotnetProfile')
    if (request.path !== '/kies') return null
    const number = request.cookies.vn_profiel ?? random()
    const seen = profiles.get(number) ?? []
    profiles.set(number, [...seen, request.query.onderwerp].slice(-5))
    // What was seen before this page, wherever in the network.
    const last = seen.filter((subject) => subject !== request.query.onderwerp).at(-1) ?? request.query.onderwerp
    return {
      ...accepted(request),
      status: 200,
      type: 'text/plain; charset=utf-8',
      body: offers[last] ?? '',
      cookies: request.cookies.vn_profiel ? [] : [thirdPartyCookie('vn_profiel', number, 90)],
    }
  },
}
