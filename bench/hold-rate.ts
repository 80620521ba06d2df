import { setTimeout as wait } from 'node:timers/promises'

export type Held = { times: number[]; failed: number }

/**
 * Runs `act` at a fixed rate, even if earlier runs haven't ended, like many independent people. Times are in
 * milliseconds, from the moment a run was due to its end. `act` returns whether it succeeded.
 */
export async function holdRate(perSecond: number, seconds: number, act: () => Promise<boolean>): Promise<Held> {
  const held: Held = { times: [], failed: 0 }
  const under: Promise<void>[] = []
  const begun = performance.now()
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const due = begun + (turn * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await wait(early)
    const from = Math.min(due, performance.now())
    const done = (good: boolean): void => {
      if (good) held.times.push(performance.now() - from)
      else held.failed += 1
    }
    under.push(act().then(done, () => done(false)))
  }
  await Promise.all(under)
  return held
}

/** The percentile of sorted times; `share` is from 0 to 1. */
export function percentile(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN
}
