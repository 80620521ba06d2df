/** A fault and when it was on, in milliseconds of the clock. */
export type Tried = { name: string; from: number; until: number }

/** How often each fault was tried, and how long it took at most, with its repair. */
export function longestOfEach(tried: readonly Tried[]): { fault: string; times: number; 'longest ms': number }[] {
  return [...Map.groupBy(tried, ({ name }) => name)].toSorted().map(([fault, times]) => ({
    fault,
    times: times.length,
    'longest ms': Math.max(...times.map(({ from, until }) => until - from)),
  }))
}
