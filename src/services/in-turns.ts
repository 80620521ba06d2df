import { setImmediate } from 'node:timers/promises'

/** Processor time per turn; other requests wait no longer than this. */
const longestTurnMs = 10

/**
 * Works through steps that take long together, yielding to others every few milliseconds. Returns what the last step
 * returns.
 */
export async function inTurns<T>(steps: Iterator<unknown, T>): Promise<T> {
  let began = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() - began < longestTurnMs) continue
    await setImmediate()
    began = performance.now()
  }
}

/** Maps a list, item by item, in such turns. */
export function mapInTurns<One, Result>(list: readonly One[], work: (one: One) => Result): Promise<Result[]> {
  return inTurns(mapped(list, work))
}

function* mapped<One, Result>(list: readonly One[], work: (one: One) => Result): Generator<void, Result[]> {
  const results: Result[] = []
  for (const one of list) {
    results.push(work(one))
    yield
  }
  return results
}
