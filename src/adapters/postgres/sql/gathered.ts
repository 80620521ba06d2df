/** A statement that takes longer, as one that waits for a lock, keeps nobody waiting who came after it. */
const patienceMs = 50

type Waiting<Item, Result> = { item: Item; key: unknown; reply: PromiseWithResolvers<Result> }

/**
 * Makes one statement of what many ask for at the same moment: while one is under way, who comes gathers for the next.
 * If a statement for several fails, each is tried alone, so that nobody fails because of another. Of those with the
 * same key, one is in a statement. `run` gives the results in the order of the items.
 */
export function gathered<Item, Result>(options: {
  run(items: Item[]): Promise<Result[]>
  keyOf(item: Item): unknown
  most: number
}): (item: Item) => Promise<Result> {
  const { run, keyOf, most } = options
  let waiting: Waiting<Item, Result>[] = []
  let underWay = false

  function begin(): void {
    const batch = take()
    if (batch.length === 0) {
      underWay = false
      return
    }
    let goesOn = (): void => {
      goesOn = () => {}
      begin()
    }
    const slow = setTimeout(() => goesOn(), patienceMs)
    void settle(batch).then(() => {
      clearTimeout(slow)
      goesOn()
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
    // Once all that has arrived was read, so that those who came together go together.
    if (!underWay) setImmediate(begin)
    underWay = true
    return reply.promise
  }
}
