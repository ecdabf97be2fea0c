import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/model/check.ts'
import { explain } from '../../../src/model/explain.ts'

const say = (problem: Problem, catalogue?: readonly string[]) => explain([problem], catalogue)

describe('explain', () => {
  it('says where, what was found and what belongs there', () => {
    expect(say({ path: 'owner', found: 5, expected: 'text' })).toBe('[toestemming] owner: found 5. It should be a text between quotes.')
    expect(say({ path: '', found: null, expected: 'object' })).toBe(
      '[toestemming] configuration: found null. It should be an object: { … }.',
    )
    expect(say({ path: 'validDays', found: 30, expected: '180-400' })).toBe(
      '[toestemming] validDays: found 30. It should be a whole number from 180 to 400.',
    )
    expect(say({ path: 'register', found: 'U', expected: 'je|u' })).toBe(
      '[toestemming] register: found "U". Did you mean "u"? It should be one of "je", "u".',
    )
  })

  it('suggests the nearest key', () => {
    expect(say({ path: 'ui.layuot', found: 'bar', expected: ['theme', 'layout', '*', ''] })).toBe(
      '[toestemming] ui.layuot: there is no key "layuot". Did you mean "layout"? Use one of: theme, layout.',
    )
  })

  it('suggests the nearest category, in the configuration and in the page', () => {
    const expected = ['functional', 'analytics', 'social']
    for (const path of ['services[0].category', 'data-consent'])
      expect(say({ path, found: 'analytcs', expected })).toBe(
        `[toestemming] ${path}: found "analytcs", which does not exist. Did you mean "analytics"? Use one of: functional, analytics, social.`,
      )
  })

  it('says what a control on the page can ask for, and suggests the nearest', () => {
    expect(say({ path: 'data-toestemming-action', found: 'acceptall', expected: 'action' })).toBe(
      '[toestemming] data-toestemming-action: found "acceptall", which does not exist. Did you mean "accept-all"? Use one of: open, accept-all, reject-all, withdraw, withdraw:<id>, grant:<id>.',
    )
  })

  it('suggests the nearest id of the catalogue', () => {
    expect(say({ path: 'services[0]', found: 'youtub', expected: 'catalogue' }, ['matomo', 'youtube'])).toContain('Did you mean "youtube"?')
  })

  it.each([
    ['ga4', 'google-analytics'],
    ['GTM', 'google-tag-manager'],
    ['recaptcha', 'google-recaptcha'],
    ['facebook pixel', 'meta-pixel'],
    ['clarity', 'microsoft-clarity'],
    ['insight', 'linkedin-insight'],
  ])('suggests for "%s" what is meant by it', (found, id) => {
    const ids = [
      'x',
      'hcaptcha',
      'google-analytics',
      'google-tag-manager',
      'google-recaptcha',
      'meta-pixel',
      'microsoft-clarity',
      'linkedin-insight',
    ]
    expect(say({ path: 'services[0]', found, expected: 'catalogue' }, ids)).toContain(`Did you mean "${id}"?`)
  })

  it('suggests nothing that is far away', () => {
    expect(say({ path: 'zzzzzz', found: 1, expected: ['owner', 'texts'] })).not.toContain('Did you mean')
    expect(say({ path: 'services[0]', found: 'hotjar', expected: 'catalogue' }, ['matomo', 'youtube'])).not.toContain('Did you mean')
    expect(say({ path: 'services[0]', found: 'ga', expected: 'catalogue' }, ['x', 'youtube'])).not.toContain('Did you mean')
  })

  it('says several things on several lines', () => {
    const problem: Problem = { path: 'owner', found: 5, expected: 'text' }
    expect(explain([problem, { ...problem, path: 'locale' }])).toBe(
      [
        '[toestemming] Nothing is released until this is put right:',
        '- owner: found 5. It should be a text between quotes.',
        '- locale: found 5. It should be a text between quotes.',
      ].join('\n'),
    )
  })

  it('does not say that all is held when two services claim one cookie', () => {
    const problem: Problem = { path: 'services[1].cookies[0].name', found: '_ga, also of other', expected: 'claimed' }
    expect(explain([problem, { ...problem, path: 'services[2].cookies[0].name' }])).toContain(
      '[toestemming] Withdrawal is not complete until',
    )
  })

  it('shows no more than the beginning of what is long, and whatever it is', () => {
    expect(say({ path: '', found: 'x'.repeat(500), expected: 'json' }).length).toBeLessThan(250)
    expect(say({ path: 'id', found: undefined, expected: 'id' })).toContain('found nothing')
    expect(say({ path: 'id', found: () => {}, expected: 'id' })).toContain('found function')
  })

  it.each([
    'text',
    'text?',
    'flag',
    'list',
    'object',
    'json',
    'url',
    'catalogue',
    'id',
    'unique',
    'code',
    'pattern',
    'duration',
    'claimed',
    'domain',
    'late',
  ])('has words of its own for what should be "%s"', (expected) => {
    const words = say({ path: 'x', found: 1, expected }).split('It should be ')[1] ?? ''
    expect(words.length).toBeGreaterThan(10)
    expect(words).not.toBe(`${expected}.`)
  })
})
