import type { Deps } from '../deps.ts'

/** Few enough to be counted in a second or two, even with thousands of players in each. */
const roundsAtOnce = 10

/**
 * Counts revealed rounds without current results, for at most `ms` milliseconds, newest first. These were revealed
 * before results were stored, or have a newer grade.
 */
export async function countPastRounds({ store }: Pick<Deps, 'store'>, ms: number): Promise<void> {
  const until = performance.now() + ms
  while ((await store.rounds.countPast(roundsAtOnce)) === roundsAtOnce && performance.now() < until);
}
