/** A statement that takes longer, such as one that waits for a lock, no longer delays the next batch. */
const patienceMs = 50

type Waiting<Item, Result> = { item: Item; key: unknown; reply: PromiseWithResolvers<Result> }

/**
 * Combines concurrent calls into one statement. While a statement is running, further calls are collected for the next
 * one. If a statement for several items fails, each is tried alone, so that one item can't fail the others. A statement
 * contains at most one item per key. `run` returns the results in the order of the items.
 */
export function batched<Item, Result>(options: {
  run(items: Item[]): Promise<Result[]>
  keyOf(item: Item): unknown
  most: number
}): (item: Item) => Promise<Result> {
  const { run, keyOf, most } = options
  let waiting: Waiting<Item, Result>[] = []
  let isRunning = false

  function begin(): void {
    const batch = take()
    if (batch.length === 0) {
      isRunning = false
      return
    }
    let proceed = (): void => {
      proceed = () => {}
      begin()
    }
    const slow = setTimeout(() => proceed(), patienceMs)
    void settle(batch).then(() => {
      clearTimeout(slow)
      proceed()
    })
  }

  function take(): Waiting<Item, Result>[] {
    const batch = new Map<unknown, Waiting<Item, Result>>()
    const later: Waiting<Item, Result>[] = []
    for (const one of waiting) {
      if (batch.size < most && !batch.has(one.key)) batch.set(one.key, one)
      else later.push(one)
    }
    waiting = later
    return [...batch.values()]
  }

  async function settle(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item))
      for (const [place, { reply }] of batch.entries()) reply.resolve(results[place] as Result)
    } catch (error) {
      if (batch.length === 1) batch[0]?.reply.reject(error)
      else await Promise.all(batch.map((one) => settle([one])))
    }
  }

  return (item) => {
    const reply = Promise.withResolvers<Result>()
    waiting.push({ item, key: keyOf(item), reply })
    // Waits until all received data has been read, so that calls that arrived together share a statement.
    if (!isRunning) setImmediate(begin)
    isRunning = true
    return reply.promise
  }
}
