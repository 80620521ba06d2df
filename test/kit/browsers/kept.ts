declare global {
  /** Set by `environment.ts`. */
  var whenTestsEnd: (end: () => Promise<unknown>) => void
}

const kept = new Map<string, Promise<unknown>>()

/** Starts something slow once for all test files of this process. It ends after the last of them. */
export function keep<T>(name: string, start: () => Promise<T>, end: (started: T) => Promise<unknown>): Promise<T> {
  const before = kept.get(name) as Promise<T> | undefined
  if (before) return before
  const starting = start()
  kept.set(name, starting)
  starting.then(
    (started) => whenTestsEnd(() => end(started)),
    () => kept.delete(name),
  )
  return starting
}
