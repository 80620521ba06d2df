/** Others may grade, erase or answer at the same moment, each once or twice. More repetitions than that mean a bug. */
const mostTurns = 20

type Waiting = { turns: number; done: PromiseWithResolvers<void> }

/** Answers that jobs wait for. */
export type WaitingAnswers = {
  ids(): number[]
  size(): number
  /** Resolves when the answer is settled; none if nobody waits for it. */
  known(id: number): Promise<void> | undefined
  add(id: number): Promise<void>
  /** Callers waiting for the answer continue, or fail with the error. */
  settle(id: number, error?: unknown): void
  /** Somebody changed the answer between reading and saving: it is tried again in the next batch. */
  tryAgain(id: number): void
}

export function createWaitingAnswers(): WaitingAnswers {
  const asked = new Map<number, Waiting>()

  function settle(id: number, error?: unknown): void {
    const waiting = asked.get(id)
    asked.delete(id)
    if (error === undefined) waiting?.done.resolve()
    else waiting?.done.reject(error)
  }

  return {
    ids: () => [...asked.keys()],
    size: () => asked.size,
    known: (id) => asked.get(id)?.done.promise,
    add(id) {
      const done = Promise.withResolvers<void>()
      asked.set(id, { turns: 0, done })
      return done.promise
    },
    settle,
    tryAgain(id) {
      const waiting = asked.get(id)
      if (!waiting) return
      waiting.turns += 1
      if (waiting.turns === mostTurns) settle(id, new Error('an answer changed each time it was graded'))
    },
  }
}
