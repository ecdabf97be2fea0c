import { page, random, script, thirdPartyCookie } from './respond.mjs'
import { robotBox } from './robotBox.mjs'

export const hcaptcha = {
  provider: 'hCaptcha',
  service: 'hcaptcha',
  hosts: ['js.hcaptcha.com', 'newassets.hcaptcha.com', 'hcaptcha.com', 'api.hcaptcha.com'],
  async respond(request) {
    if (request.path === '/1/api.js') return script('hcaptcha')
    if (request.path.endsWith('/hcaptcha.html'))
      return page(
        robotBox({ title: 'hCaptcha', id: 'checkbox', code: (await script('hcaptchaBox')).body, mark: 'hCaptcha' }),
        'hmt_id' in request.cookies ? [] : [thirdPartyCookie('hmt_id', random(), 30)],
      )
    return null
  },
}
