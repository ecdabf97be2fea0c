import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const

/** Unit tests that change the functions of the window they run in, or load a module that begins by itself: each has a window of its own. */
const unsharing = ['debug/*', 'gate/{embeds,forms,gate,intercept}', 'storage/*', 'ui/root', 'setup', 'index', 'network', 'debug'].map(
  (name) => `test/unit/${name}.test.{ts,tsx}`,
)

/** Nothing waits for anything here: on two processors both are used. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

/** The browser scenarios that take longest come first, so that at the end no worker is left with one of these alone; the rest as usual, larger files first. */
const dear =
  /browser\/(streaming|banner|central|configurator|languages|review|network|look|gate|memory|check|forms\/\w+|frameworks\/\w+|strict\/surroundings|embeds\/\w+)\.test/
class DearFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    return [true, false].flatMap((first) => sorted.filter(({ moduleId }) => dear.test(moduleId) === first))
  }
}

/** One project per kind of test; `npm test` runs them one after another, `npx vitest --project 'unit*'` watches one. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    allowOnly: false,
    sequence: { sequencer: DearFirst },
    projects: [
      {
        ...jsx,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: unsharing,
          environment: 'happy-dom',
          // To make a window costs more than all tests in it.
          isolate: false,
          setupFiles: 'test/support/emptyPage.ts',
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      { ...jsx, test: { name: 'unit-alone', include: unsharing, environment: 'happy-dom', maxWorkers, sequence: { groupOrder: 1 } } },
      {
        ...jsx,
        test: {
          name: 'properties',
          include: ['test/properties/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout: 120_000,
          maxWorkers,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          maxWorkers: 3,
          // Puppeteer's messages have no colours, and it need not ask for each session whether they might.
          env: { DEBUG_COLORS: 'no' },
          // A worker keeps its browsers from file to file: test/support/keptBrowser.ts.
          isolate: false,
          // Two real browsers on a busy machine are late now and then, and may try again. What is wrong is wrong: no assertion is tried twice.
          retry: { count: 2, condition: /^Not so within|timed out|Target closed|Session closed|context was destroyed|detached/i },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          environment: 'node',
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})
