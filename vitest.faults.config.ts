import { defineConfig } from 'vitest/config'

/** The suites that break things: one after the other, alone on the machine, with servers of their own. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    maxWorkers: 1,
    hookTimeout: 60_000,
  },
})
