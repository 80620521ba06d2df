const mostKept = 5000

/**
 * Runs the work for a key once in this process. Later and concurrent calls with the same key get the first result. Work
 * that failed may be retried. Messages from other processes are found in the channel itself.
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
