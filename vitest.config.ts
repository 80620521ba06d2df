import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They have a run of their own: npm run test:faults.
    exclude: ['test/faults/**'],
    globalSetup: ['test/kit/global-setup.ts'],
    // Most tests wait for a database or a queue, so both cores of a small machine can be used to the full.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
