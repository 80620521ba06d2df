/** No turn of the event loop may take more processor time: everybody else's clicks wait meanwhile. */
const longestAllowedMs = 50
const lookEveryMs = 5

/** So many at once: most of their time they wait for the database. */
const atOnce = 3

type Work = readonly [what: string, work: () => unknown]

/**
 * The names of those whose work takes a turn of the event loop too long, each with its milliseconds. Processor time of this
 * thread counts, because the clock would count what else a busy machine does. First many are watched together, then by
 * themselves where a turn was too long; the shortest of three counts, because the garbage collector or a compiler may have
 * fallen into one.
 */
export async function tooLong(works: readonly Work[]): Promise<string[]> {
  const found: string[] = []
  for (let first = 0; first < works.length; first += atOnce) {
    const some = works.slice(first, first + atOnce)
    if ((await longestTurn(() => Promise.all(some.map(([, work]) => work())))) <= longestAllowedMs) continue
    for (const [what, work] of some) {
      let ms = Number.POSITIVE_INFINITY
      for (let run = 0; run < 3 && ms > longestAllowedMs; run++) ms = Math.min(ms, await longestTurn(work))
      if (ms > longestAllowedMs) found.push(`${what}: ${Math.round(ms)} ms`)
    }
  }
  return found
}

/** Looks at the processor time every few milliseconds, which a turn that goes on holds up. */
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
