import { setTimeout as sleep } from 'node:timers/promises'

/** Nothing came in time. */
export class Silence extends Error {
  constructor(ms: number) {
    super(`The queue did not answer within ${ms} ms.`)
  }
}

/** Rejects with `Silence` if the work takes longer. The work itself continues, and its result is ignored. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const done = new AbortController()
  const late = sleep(ms, undefined, { signal: done.signal }).then(() => {
    throw new Silence(ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
    late.catch(() => {})
    work.catch(() => {})
  }
}
