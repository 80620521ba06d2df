import { defineConfig } from 'vitest/config'
import { realProcesses } from './vitest.processes.config.ts'

// Tests that start or break real processes take minutes: npm run test:processes and npm run test:faults.
const elsewhere = ['test/faults/**', ...realProcesses]

/** Some of these tests measure processor time or memory, so each file gets a separate process. */
const apart = ['test/abuse/**/*.test.ts']

/** These tests use browsers, which stay open between files. */
const browsers = ['test/browser/**/*.test.ts']

/** Files share a process, because importing and compiling the app is two thirds of the cost of a test of the whole app. */
const together = { isolate: false, setupFiles: ['test/kit/servers/fetch-first.ts'] }

/** Only a test that hangs should reach these limits. On a busy machine, a test may take ten times as long as on an idle one. */
const patience = { testTimeout: 180_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    globalSetup: ['test/kit/servers/global-setup.ts'],
    // Most tests wait for a database or a queue, so two workers use both cores of a small machine fully.
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
