import { defineConfig } from 'vitest/config'

/** These tests together send every statement of the app. `scripts/record-statements.ts` runs them to record the statements. */
export default defineConfig({
  test: {
    include: [
      'test/adapters/postgres/{store,transcript,privacy,recognise,installations}.test.ts',
      'test/journeys/*.test.ts',
    ],
    globalSetup: ['test/kit/servers/global-setup.ts'],
    setupFiles: ['test/kit/servers/statement-recorder.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
