/** One piece of vendors' code: what it was, where it stands, and what comes instead. */

import type { Block, Where } from './blocks.ts'
import { Code } from './Code.tsx'

const places: Readonly<Record<Where, string>> = {
  page: 'Dit stukje staat meestal in de head van elke pagina, of helemaal onderaan.',
  sight: 'Dit staat op de plek waar bezoekers het zien, bijvoorbeeld midden in een tekst.',
  form: 'Dit is je formulier. Alleen de eerste regel is anders: daar staat nu data-consent-form in.',
}

export function Replacement({ block: { where, names, before, removed, html }, id }: { readonly block: Block; readonly id: string }) {
  const name = `${where === 'form' ? 'Formulier met ' : ''}${names.join(' en ') || 'Andere code'}`
  return (
    <li>
      <h4>{name}</h4>
      <p class="soft">{html ? places[where] : 'Dit stukje vervalt. Er komt niets voor in de plaats.'}</p>
      {[...before, ...removed].map((text, index) => (
        <p key={`${index} ${text}`}>
          {index < before.length || !html ? 'De oude code begint met:' : 'Dit vervalt, omdat het niet kan wachten:'}{' '}
          <code class="code before">{text}</code>
        </p>
      ))}
      {html && <Code id={id} label={`de nieuwe code voor ${name}`} text={html} />}
    </li>
  )
}
