import { defineConfig } from 'vitest/config'

/** The suites that cause failures run one after the other, alone on the machine, with their own servers. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    maxWorkers: 1,
    hookTimeout: 60_000,
  },
})
