import { defineConfig } from 'vitest/config'

/**
 * Tests of the real processes of the Procfile: started, killed and overlapping; tests of servers that exit while the app runs;
 * timed tests of a flood and of long texts; and tests of the app's files as on a dyno.
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
    // Each file starts several processes.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
