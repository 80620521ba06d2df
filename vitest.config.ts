import { defineConfig } from 'vitest/config'
import { realProcesses } from './vitest.processes.config.ts'

// Those that start real processes or break them take minutes: npm run test:processes and npm run test:faults.
const elsewhere = ['test/faults/**', ...realProcesses]

/** Those that count milliseconds and memory, or drive a browser: each file in a process of its own. */
const apart = ['test/abuse/**/*.test.ts', 'test/browser/**/*.test.ts']

/** Only what hangs should meet these: beside other work, a test may take ten times as long as alone. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    globalSetup: ['test/kit/servers/global-setup.ts'],
    // Most tests wait for a database or a queue, so both cores of a small machine can be used to the full.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...patience,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...elsewhere, ...apart],
          // A process keeps what it has imported and compiled, which is two thirds of what a test of the whole app costs.
          isolate: false,
          setupFiles: ['test/kit/servers/fetch-first.ts'],
        },
      },
      { test: { ...patience, name: 'apart', include: apart, exclude: elsewhere } },
    ],
  },
})
