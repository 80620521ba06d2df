/**
 * Concurrent grading, erasing or answering can change an answer once or twice. More repetitions than this indicate a
 * bug.
 */
const mostTurns = 20

type Waiting = { turns: number; done: PromiseWithResolvers<void> }

/** The answers whose jobs are waiting for a batch. */
export type WaitingAnswers = {
  ids(): number[]
  size(): number
  /** Resolves when the answer is settled; undefined if no job is waiting for it. */
  known(id: number): Promise<void> | undefined
  add(id: number): Promise<void>
  /** Resolves the promises of the waiting callers, or rejects them with the error. */
  settle(id: number, error?: unknown): void
  /** Puts the answer into the next batch, because it was changed between reading and saving. */
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
