import type { Deps } from '../deps.ts'

/** Few enough that counting them takes a second or two, even with thousands of people in each. */
const roundsAtOnce = 10

/**
 * Counts rounds that were revealed before results were stored, those that another release revealed, and those with a grade
 * that came after the reveal: the newest first, and for `ms` at most.
 */
export async function countPastRounds({ store }: Pick<Deps, 'store'>, ms: number): Promise<void> {
  const until = performance.now() + ms
  while ((await store.rounds.countPast(roundsAtOnce)) === roundsAtOnce && performance.now() < until);
}
