import { describe, expect, it } from 'vitest'
import { pattern } from '../../../src/model/pattern.ts'

describe('pattern', () => {
  it('of an exact name fits that name only', () => {
    const fits = pattern('_ga')
    expect(['_ga', '_gat', 'x_ga', '_GA', '', 'my_ga_x'].filter((name) => fits?.(name))).toEqual(['_ga'])
  })

  it('of a prefix fits what begins so', () => {
    const fits = pattern('_ga_*')
    expect(['_ga_', '_ga_1', '_ga', 'x_ga_1'].filter((name) => fits?.(name))).toEqual(['_ga_', '_ga_1'])
  })

  it('takes what an exact name or prefix says letter by letter', () => {
    expect(pattern('yt.innertube::*')?.('ytxinnertube::a')).toBe(false)
    expect(pattern('a.b')?.('axb')).toBe(false)
  })

  it('of an anchored expression fits from the beginning', () => {
    const fits = pattern('/^_sv_\\d+$/')
    expect(['_sv_12', '_sv_', 'x_sv_12', '_sv_12x'].filter((name) => fits?.(name))).toEqual(['_sv_12'])
  })

  it.each(['/^[0-9a-f]{32}$/', '/^wp-[0-9a-z]+-/', '/^[A-Z]{3}[0-9]{4}$/'])(
    'of names that are made up in one way fits those: %s',
    (name) => {
      expect(pattern(name)).toBeDefined()
    },
  )

  it('anchors every alternative', () => {
    const fits = pattern('/^aa|bb/')
    expect(['aa', 'bb', 'xbb', 'xaa', 'aax'].filter((name) => fits?.(name))).toEqual(['aa', 'bb', 'aax'])
  })

  it.each([
    '',
    '*',
    'a*',
    'a*b*',
    '**',
    '/ga/',
    '/^/',
    '/^.*/',
    '/^.?/',
    '/^(/',
    '/^ga',
    '/',
    '/^a|/',
    '/^[^a]/',
    '/^ga/i',
    '/^\\w/',
    '/^[a-z_]+/',
    '/^_/',
    '/^.{3,}$/',
    '/^\\w{3,}/',
    '/^[a-z]{4,}$/',
    '/^[A-Z]{4,}/',
    '/^\\w{8,}/',
    '/^[a-z0-9]{10,}$/',
    '/^[\\w-]{12,}$/',
  ])('is nothing for "%s", which is unanchored, broken, or fits just about everything', (name) => {
    expect(pattern(name)).toBeUndefined()
  })
})
