import { setTimeout as sleep } from 'node:timers/promises'

export class TimeoutError extends Error {
  constructor(ms: number) {
    super(`The queue did not answer within ${ms} ms.`)
  }
}

/** Rejects with a `TimeoutError` if the work takes longer. The work continues, and its result is ignored. */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
  const done = new AbortController()
  const late = sleep(ms, undefined, { signal: done.signal }).then(() => {
    throw new TimeoutError(ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
    late.catch(() => {})
    work.catch(() => {})
  }
}
