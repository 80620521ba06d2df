type Endings = { whenTestsEnd?: (end: () => Promise<unknown>) => void }

/** Node with one addition: a process can clean up after the last of its test files. */
export default {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup(global: Endings) {
    const ends: (() => Promise<unknown>)[] = []
    global.whenTestsEnd = (end) => void ends.unshift(end)
    return {
      async teardown() {
        for (const end of ends) await end()
      },
    }
  },
}
