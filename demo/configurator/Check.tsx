/** The rules of thumb of the Dutch regulator, measured on the banner as it is drawn, on a phone and on a desk. */

import type { JoinedFinding } from './joinFindings.ts'
import { type Checked, type Verdict, verdictOf } from './useCheck.ts'

/** What each of the nine asks, in our words. */
export const rules = [
  'Je vertelt waarvoor je cookies gebruikt',
  'Er staat niets vooraf aan',
  'De tekst is duidelijk',
  'De keuzes staan bij elkaar',
  'Geen keuze is verstopt',
  'Weigeren kost geen extra klikken',
  'Weigeren is een knop, geen onopvallende link',
  'Duidelijk is hoe je toestemming intrekt',
  'Toestemming is iets anders dan een gerechtvaardigd belang',
]

export function Check({ checked }: { readonly checked: Checked }) {
  const { measured, failed, nothing, holder } = checked
  const findings = measured?.findings ?? []
  const of = (number: number) => findings.filter(({ regulator }) => regulator.includes(number))
  const others = findings.filter(({ regulator }) => !regulator.length)
  return (
    <>
      <p role="status">
        {failed
          ? 'De controle kon niet worden gedaan.'
          : nothing
            ? 'Zodra er iets te vragen is, meten we de banner hier na.'
            : !measured
              ? 'We meten de banner na…'
              : findings.length
                ? `Let op: ${findings.length === 1 ? '1 punt' : `${findings.length} punten`} om naar te kijken.`
                : `In orde: ${measured.count} punten gemeten, op een telefoon en op een computer.`}
      </p>
      {measured && (
        <ol class="rules">
          {rules.map((rule, index) => {
            const here = of(index + 1)
            const state = verdictOf(measured, index + 1)
            return (
              <li key={rule} class={state}>
                <span>{rule}</span> <span class="badge">{verdicts[state]}</span>
                {here.map((finding) => (
                  <Found key={finding.key} finding={finding} />
                ))}
              </li>
            )
          })}
        </ol>
      )}
      {others.length > 0 && (
        <>
          <h3>Verder</h3>
          <ul class="rules">
            {others.map((finding) => (
              <li key={finding.key} class={finding.level === 'error' ? 'wrong' : 'doubt'}>
                <Found finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="measuring" ref={holder} aria-hidden="true" />
    </>
  )
}

const verdicts: Readonly<Record<Verdict, string>> = {
  right: 'in orde',
  wrong: 'niet in orde',
  doubt: 'kijk hiernaar',
  unseen: 'niet gemeten',
}

function Found({ finding }: { readonly finding: JoinedFinding }) {
  return (
    <div class="finding">
      <p>
        {finding.text.nl}{' '}
        <span class="soft">
          ({finding.figure.nl}
          {finding.on.length === 1 ? `, ${finding.on[0]}` : ''})
        </span>
      </p>
      <p>{finding.remedy.nl}</p>
    </div>
  )
}
