/** How the nine rules of thumb stand, in one line that stays in view, and the way to what was found. */

import { rules } from './Check.tsx'
import { type Checked, verdictOf } from './useCheck.ts'

export function Summary({ checked: { measured, failed, nothing }, onPress }: { readonly checked: Checked; readonly onPress: () => void }) {
  const verdicts = measured ? rules.map((_, index) => verdictOf(measured, index + 1)) : []
  const right = verdicts.filter((one) => one === 'right').length
  const unseen = verdicts.filter((one) => one === 'unseen').length
  const bad = rules.filter((_, index) => verdicts[index] === 'wrong' || verdicts[index] === 'doubt')
  const others = measured?.findings.filter(({ regulator }) => !regulator.length).length ?? 0
  const more = bad.length
    ? `Let op: ${bad.join('; ')}.`
    : others
      ? `Verder ${others === 1 ? '1 punt' : `${others} punten`} om naar te kijken.`
      : unseen
        ? `${unseen} niet gemeten.`
        : ''
  const state = verdicts.includes('wrong') ? 'wrong' : bad.length || others || failed ? 'doubt' : measured ? 'right' : ''
  return (
    <button type="button" class={`summary ${state}`} onClick={onPress}>
      <span>
        {failed
          ? 'De controle kon niet worden gedaan'
          : nothing
            ? 'Nog niets om na te meten'
            : measured
              ? `${right} van 9 vuistregels in orde`
              : 'We meten de banner na…'}
      </span>
      {more && <span class="rest"> {more}</span>}
    </button>
  )
}
