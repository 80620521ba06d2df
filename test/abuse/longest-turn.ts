/**
 * The limit for one turn of the event loop in ms of processor time, because all other requests wait during a turn. A busy
 * machine needs up to three times as much processor time for the same work, so the limit grows with what a fixed piece
 * of work takes at that moment.
 */
const longestAllowedMs = 50
const yardstickMs = 60
const lookEveryMs = 5

/** How many tasks run at the same time; most of their time they wait for the database. */
const atOnce = 3

type Work = readonly [what: string, work: () => unknown]

/**
 * Returns the names of tasks that block the event loop for too long, with their milliseconds. It counts processor time
 * of this thread, because elapsed time would include other programs. Tasks are first measured together. If a turn is
 * too long, each is measured alone, and the shortest of three runs counts, because a run may include garbage collection
 * or compilation.
 */
export async function tooLong(works: readonly Work[]): Promise<string[]> {
  const found: string[] = []
  const allowedMs = longestAllowedMs * slowness()
  for (let first = 0; first < works.length; first += atOnce) {
    const some = works.slice(first, first + atOnce)
    if ((await longestTurn(() => Promise.all(some.map(([, work]) => work())))) <= allowedMs) continue
    for (const [what, work] of some) {
      let ms = Number.POSITIVE_INFINITY
      for (let run = 0; run < 3 && ms > allowedMs; run++) ms = Math.min(ms, await longestTurn(work))
      if (ms > allowedMs) found.push(`${what}: ${Math.round(ms)} ms, and ${Math.round(allowedMs)} are allowed`)
    }
  }
  return found
}

/** How much longer than on a quiet machine a fixed piece of work takes now: from 1 to 3. */
function slowness(): number {
  const rows = JSON.stringify(Array.from({ length: 20_000 }, (_, row) => `${(row * 7919) % 20_000} ${row}`))
  const before = processorMs()
  for (let run = 0; run < 8; run++) {
    const sorted = (JSON.parse(rows) as string[]).sort((a, b) => (a < b ? -1 : 1))
    sorted.join(' ').replace(/\d+/g, '#').split(' ')
  }
  return Math.min(3, Math.max(1, (processorMs() - before) / yardstickMs))
}

/** Samples the processor time every few milliseconds. A long turn delays the next sample. */
async function longestTurn(work: () => unknown): Promise<number> {
  let longest = 0
  let before = processorMs()
  const look = (): void => {
    const now = processorMs()
    longest = Math.max(longest, now - before)
    before = now
  }
  const looking = setInterval(look, lookEveryMs)
  await work()
  look()
  clearInterval(looking)
  return longest
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
