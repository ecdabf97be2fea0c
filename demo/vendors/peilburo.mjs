import { accepted, page, pixel, random, script, thirdPartyCookie } from './respond.mjs'

/** An invented research bureau that asks visitors how satisfied they are. */
export const peilburo = {
  provider: 'Peilburo',
  service: 'peilburo',
  hosts: ['survey.peilburo.example'],
  async respond(request) {
    if (request.path === '/survey.js') return script('writeCookie', 'survey')
    if (request.path === '/pixel.gif') return pixel()
    if (request.path === '/vragenlijst') return page(survey(await script('surveyForm')), cookies(request))
    return request.path === '/seen' || request.path === '/answer' ? accepted(request) : null
  },
}

const cookies = (request) => ('sv_panel' in request.cookies ? [] : [thirdPartyCookie('sv_panel', random(), 90)])

const marks = ['slecht', 'matig', 'goed', 'heel goed']

/** The list of questions, in a frame on the site of the bureau's customer. */
const survey = ({ body }) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Vragenlijst (nagebootst)</title>
<style>
  html { color-scheme: light; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 0; padding: 20px 24px; background: #f7f5f1; color: #23262d }
  fieldset { margin: 0 0 16px; padding: 0; border: 0 }
  legend { margin-bottom: 8px; font-weight: 600 }
  label { display: block; padding: 4px 0 }
  button { padding: 10px 18px; border: 0; border-radius: 6px; background: #2b4f81; color: #fff; font: inherit; cursor: pointer }
  small { display: block; margin-top: 16px; color: #5a606b }
</style>
<form><fieldset><legend>Hoe vind je onze website?</legend>
${marks.map((mark) => `<label><input type="radio" name="mark" value="${mark}" required> ${mark}</label>`).join('\n')}
</fieldset><button>Verstuur je antwoord</button></form>
<p role="status"></p><small>Peilburo (nagebootst)</small>
<script>${body}</script></html>`
