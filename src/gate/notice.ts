import { button, type Drawing, type Drawn, link, make } from './box.ts'

/** What a form says that may not be sent yet. */
export function notice(form: HTMLElement, { settings, needs, grant, say, box }: Drawing): Drawn {
  const { words } = needs(form)
  const provider = settings.services.find((one) => words.includes(one.category))?.provider ?? words.join(', ')
  const row = make('div', '')
  row.append(
    button(`grant:${words.join()}`, say('form.allow', { provider }), () => {
      for (const word of words) grant(word, 'form')
    }),
  )
  const parts = [make('p', say('form.text', { provider })), row]
  const { contact } = settings.links
  if (contact) parts.push(link(contact, say('form.contact')))
  const host = box('form', say('form.title', { provider }), ...parts)
  host.style.setProperty('margin-block', '16px')
  const submit = form.querySelector<HTMLElement>('[type=submit],button:not([type])')
  if (submit) submit.before(host)
  else form.append(host)
  return {
    host,
    remove() {
      const focused = document.activeElement === host
      const ready = make('p', say('form.ready'))
      ready.setAttribute('role', 'status')
      host.shadowRoot?.replaceChildren(ready)
      if (focused) submit?.focus()
      setTimeout(() => host.remove(), 5000)
    },
  }
}
