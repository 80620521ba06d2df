import { defineConfig } from 'vitest/config'
import { realProcesses } from './vitest.processes.config.ts'

// Those that start real processes or break them take minutes: npm run test:processes and npm run test:faults.
const elsewhere = ['test/faults/**', ...realProcesses]

/** Some of these measure processor time or memory, so each file gets a process to itself. */
const apart = ['test/abuse/**/*.test.ts']

/** These use browsers, which stay open from file to file. */
const browsers = ['test/browser/**/*.test.ts']

/** A process keeps what it has imported and compiled, which is two thirds of what a test of the whole app costs. */
const together = { isolate: false, setupFiles: ['test/kit/servers/fetch-first.ts'] }

/** Only what hangs should meet these: beside other work, a test may take ten times as long as alone. */
const patience = { testTimeout: 180_000, hookTimeout: 180_000 }

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
          exclude: [...elsewhere, ...apart, ...browsers],
          ...together,
        },
      },
      {
        test: {
          ...patience,
          name: 'browsers',
          include: browsers,
          environment: './test/kit/browsers/environment.ts',
          ...together,
        },
      },
      { test: { ...patience, name: 'apart', include: apart, exclude: elsewhere } },
    ],
  },
})
