import { defineConfig } from 'vitest/config'
import { realProcesses } from './vitest.processes.config.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Those that start real processes or break them take minutes: npm run test:processes and npm run test:faults.
    exclude: ['test/faults/**', ...realProcesses],
    globalSetup: ['test/kit/servers/global-setup.ts'],
    // Most tests wait for a database or a queue, so both cores of a small machine can be used to the full.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
