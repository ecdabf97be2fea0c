import { loadOnce } from './loadOnce.js'

/** The survey is a frame in the page; this is the bureau's script that counts who could have seen it. */
export function feedback() {
  return { ready: () => loadOnce('https://survey.peilburo.example/survey.js', { consent: 'analytics', service: 'peilburo' }) }
}
