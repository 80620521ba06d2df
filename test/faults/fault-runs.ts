/** A fault and when it was active, in milliseconds of the clock. */
export type FaultRun = { name: string; from: number; until: number }

export function longestOfEach(
  faultRuns: readonly FaultRun[],
): { fault: string; times: number; 'longest ms': number }[] {
  return [...Map.groupBy(faultRuns, ({ name }) => name)].toSorted().map(([fault, times]) => ({
    fault,
    times: times.length,
    'longest ms': Math.max(...times.map(({ from, until }) => until - from)),
  }))
}
