import type { Deps } from '../deps.ts'

/** Few enough to be counted in a second or two, even with thousands of people in each. */
const roundsAtOnce = 10

/**
 * Counts rounds without current results: those revealed before results were stored, those revealed by another release,
 * and those with a grade after the reveal. The newest come first, and it takes `ms` at most.
 */
export async function countPastRounds({ store }: Pick<Deps, 'store'>, ms: number): Promise<void> {
  const until = performance.now() + ms
  while ((await store.rounds.countPast(roundsAtOnce)) === roundsAtOnce && performance.now() < until);
}
