import { accepted, image, page, random, script, thirdPartyCookie } from './respond.mjs'

export const youtube = {
  provider: 'YouTube',
  service: 'youtube',
  hosts: ['www.youtube.com', 'www.youtube-nocookie.com', 'youtube.com', 'youtu.be', 'i.ytimg.com'],
  respond(request) {
    if (request.host === 'i.ytimg.com') return image(thumbnail)
    const video = /^\/embed\/([\w-]+)$/.exec(request.path)?.[1]
    if (video) return page(player(video, request.host), request.host === 'www.youtube.com' ? cookies(request) : [])
    if (request.path.startsWith('/s/player/')) return script('youtubePlayer')
    if (request.path.startsWith('/youtubei/') || request.path === '/generate_204') return accepted(request)
    return null
  },
}

function cookies(request) {
  if ('VISITOR_INFO1_LIVE' in request.cookies) return []
  return [thirdPartyCookie('VISITOR_INFO1_LIVE', random(), 180, '.youtube.com'), thirdPartyCookie('YSC', random(), 1, '.youtube.com')]
}

const player = (video, host) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Video (nagebootst)</title>
<style>
  html, body { height: 100%; margin: 0; background: #0f1216; color: #fff; font: 16px/1.4 system-ui, sans-serif }
  .film { position: relative; height: 100% }
  img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover }
  button { position: absolute; inset: 0; margin: auto; width: 72px; height: 50px; border: 0; border-radius: 14px; background: #c4171b;
    color: #fff; font-size: 22px; cursor: pointer }
  p { position: absolute; inset: auto 0 0; margin: 0; padding: 10px 14px; background: rgb(0 0 0 / .6); font-size: 13px }
</style>
<div class="film" data-video="${video}" data-origin="https://${host}"><img src="https://i.ytimg.com/vi/${video}/hqdefault.jpg" alt="">
<button type="button" aria-label="Afspelen">&#9654;</button><p>Nagebootste video van YouTube</p></div>
<script src="https://${host}/s/player/demo/base.js"></script></html>`

const thumbnail = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270"><rect width="480" height="270" fill="#16323a"/>
<path d="M0 210 90 150l70 45 95-85 85 70 60-40 80 60v60H0z" fill="#24545c"/><circle cx="380" cy="66" r="26" fill="#f2c879"/></svg>`
