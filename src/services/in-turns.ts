import { setImmediate } from 'node:timers/promises'

/** CPU time per turn in milliseconds: the longest delay for other requests. */
const longestTurnMs = 10

/**
 * Runs the steps of a long computation and yields to the event loop every few milliseconds. Returns the result of the
 * last step.
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

/** Maps a list in the same way, yielding between items. */
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
