export type Together<Item> = {
  /** Resolves or rejects when the items that were passed on together have been dealt with. */
  add(item: Item): Promise<void>
  /** Passes on what is waiting, and waits for everything that was passed on. */
  settled(): Promise<void>
}

/**
 * Passes on the first item immediately. Items that follow within `everyMs` wait, and are then passed on together,
 * because many items in one call cost hardly more than one.
 */
export function together<Item>(everyMs: number, run: (items: Item[]) => Promise<void>): Together<Item> {
  const running = new Set<Promise<void>>()
  let waiting: Item[] = []
  let next = Promise.withResolvers<void>()
  let timer: NodeJS.Timeout | undefined

  function passOn(): void {
    timer = undefined
    if (waiting.length === 0) return
    const { resolve, reject, promise } = next
    run(waiting).then(resolve, reject)
    const done = promise.catch(() => {}).finally(() => running.delete(done))
    running.add(done)
    waiting = []
    next = Promise.withResolvers()
    timer = setTimeout(passOn, everyMs)
  }

  return {
    add(item) {
      waiting.push(item)
      const { promise } = next
      if (timer === undefined) passOn()
      return promise
    },
    async settled() {
      clearTimeout(timer)
      passOn()
      clearTimeout(timer)
      await Promise.all(running)
    },
  }
}
