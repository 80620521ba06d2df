import { defineConfig } from 'vitest/config'

/**
 * The real processes of the Procfile, started, killed and overlapped; servers that end under the app; a flood and long texts,
 * which are timed; and the app as it is laid out on a dyno.
 */
export const realProcesses = [
  'test/processes/**/*.test.ts',
  'test/abuse/playground-flood.test.ts',
  'test/abuse/long-texts.test.ts',
  'test/deploy/slug.test.ts',
  'test/adapters/bullmq/*-outages.test.ts',
  'test/adapters/embedded-postgres/*.test.ts',
]

export default defineConfig({
  test: {
    include: realProcesses,
    globalSetup: ['test/kit/servers/global-setup.ts'],
    // Each starts several processes of its own.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
