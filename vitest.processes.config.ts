import { defineConfig } from 'vitest/config'

/** The real processes of the Procfile, started, killed and overlapped, and the app as it is laid out on a dyno. */
export default defineConfig({
  test: {
    include: ['test/processes/**/*.test.ts', 'test/deploy/slug.test.ts'],
    globalSetup: ['test/kit/global-setup.ts'],
    // Each starts several processes of its own.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
