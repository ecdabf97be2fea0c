import { describe, expect, it } from 'vitest'
import { shownName } from '../../../src/model/shownName.ts'

describe('the name that a visitor reads', () => {
  it.each([
    ['_ga', '_ga'],
    ['_ga_*', '_ga_*'],
    ['/^sv_\\d/', 'sv_*'],
    ['/^sv_\\d$/', 'sv_*'],
    ['/^sv-[a-z_]+$/', 'sv-*'],
    ['/^ph_.+_posthog$/', 'ph_*_posthog'],
    ['/^\\d+_password$/', '*_password'],
    ['/^ph_.+_(window_id|primary_window_exists)$/', 'ph_*'],
    ['/^ph_.+_posthog/', 'ph_*'],
    ['/^(a|b)_sv/', '/^(a|b)_sv/'],
    ['i', 'i'],
  ])('is, of %s, %s', (name, shown) => {
    expect(shownName(name)).toBe(shown)
  })
})
