import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const

/** One project per kind of test; `npm test` runs them one after another, `npx vitest --project unit` watches one. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      { ...jsx, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'happy-dom', sequence: { groupOrder: 1 } } },
      {
        ...jsx,
        test: {
          name: 'properties',
          include: ['test/properties/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          maxWorkers: 2,
          // A worker keeps its browsers from file to file: test/support/keptBrowser.ts.
          isolate: false,
          // Two real browsers on a busy machine are late now and then, and may try again. What is wrong is wrong: no assertion is tried twice.
          retry: { count: 2, condition: /^Not so within|timed out|Target closed|Session closed|context was destroyed|detached/i },
          testTimeout: 60_000,
          hookTimeout: 90_000,
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
