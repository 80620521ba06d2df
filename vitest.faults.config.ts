import { defineConfig } from 'vitest/config'

/** The suite that breaks things: alone on the machine, with servers of its own. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    hookTimeout: 60_000,
  },
})
