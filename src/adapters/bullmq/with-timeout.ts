export class TimeoutError extends Error {
  constructor(ms: number) {
    super(`The queue did not answer within ${ms} ms.`)
  }
}

/** Rejects with a `TimeoutError` if the work takes longer. The work continues, and its result is ignored. */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new TimeoutError(ms)), ms)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
