const mostKept = 5000

/**
 * Runs what a key stands for once in this process: a second try with the key, at the same time or later, gets what the
 * first one got. What failed may be tried again. What other processes sent is found in the channel itself.
 */
export function createOnce(): <T>(key: string, run: () => Promise<T>) => Promise<T> {
  const results = new Map<string, Promise<unknown>>()
  return <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const earlier = results.get(key) as Promise<T> | undefined
    if (earlier) return earlier
    const oldest = results.keys().next()
    if (results.size >= mostKept && !oldest.done) results.delete(oldest.value)
    const running = run()
    results.set(key, running)
    running.catch(() => results.delete(key))
    return running
  }
}
