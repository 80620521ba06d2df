/** Collects writes in quick succession, such as a grade and the end of the line that announced it. */
const gatheringMs = 50

/** Runs `work` soon after a request, at most once every `everyMs` and never concurrently. */
export type Throttled = { ask(): void; end(): Promise<void> }

export function atMostEvery(everyMs: number, work: () => Promise<void>): Throttled {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isAsked = false
  let isOver = false
  let lastAt = Number.NEGATIVE_INFINITY

  function schedule(): void {
    if (isOver || timer || running) return
    timer = setTimeout(run, Math.max(gatheringMs, lastAt + everyMs - performance.now())).unref()
  }

  function run(): void {
    timer = undefined
    isAsked = false
    running = work().finally(() => {
      running = undefined
      lastAt = performance.now()
      if (isAsked) schedule()
    })
  }

  return {
    ask() {
      isAsked = true
      schedule()
    },
    async end() {
      isOver = true
      clearTimeout(timer)
      await running
    },
  }
}
