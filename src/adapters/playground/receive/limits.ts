import { tokenBuckets } from '../../../domain/token-bucket.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Sandboxes } from '../../../ports/store/sandboxes.ts'

const secondsAnHour = 3600
const anHour = (most: number) => ({ most, perSecond: most / secondsAnHour })

/** A classroom may share one address, so an address gets ten times the limit of a visitor. */
const actions = { visitor: { most: 30, perSecond: 1 }, address: { most: 300, perSecond: 10 } }
const looks = { most: 120, perSecond: 2 }
/** Thirty people for an hour, with twenty actions of 500 bytes each. */
const lines = anHour(600)
const bytes = anHour(300_000)

const mostKept = 50_000

/**
 * The maximum size of the playground's data in bytes, a tenth of the smallest Heroku Postgres. It is measured once a
 * minute.
 */
const mostStored = 100_000_000
const measuredEveryMs = 60_000

export type Limits = {
  mayLook(address: string): boolean
  refusal(by: { visitor: string; address: string; sandbox: string; bytes: number }): 'too-fast' | 'too-much' | undefined
  /** Whether the stored data has reached its limit, so that nothing more is accepted. */
  isFull(): Promise<boolean>
}

export function createLimits(clock: Clock, sandboxes: Pick<Sandboxes, 'bytes'>): Limits {
  const mayLook = tokenBuckets(looks, mostKept)
  const mayVisitorAct = tokenBuckets(actions.visitor, mostKept)
  const mayAddressAct = tokenBuckets(actions.address, mostKept)
  const [takeLine, takeBytes] = [tokenBuckets(lines, mostKept), tokenBuckets(bytes, mostKept)]
  let stored = Promise.resolve(0)
  let measuredAt = Number.NEGATIVE_INFINITY

  return {
    mayLook: (address) => mayLook(address, clock.now().getTime()),

    refusal({ visitor, address, sandbox, bytes }) {
      const now = clock.now().getTime()
      if (!mayVisitorAct(visitor, now) || !mayAddressAct(address, now)) return 'too-fast'
      const isLeft = [`address ${address}`, `sandbox ${sandbox}`].every(
        (who) => takeLine(who, now) && takeBytes(who, now, bytes),
      )
      return isLeft ? undefined : 'too-much'
    },

    async isFull() {
      const now = clock.now().getTime()
      if (now - measuredAt >= measuredEveryMs) {
        measuredAt = now
        stored = sandboxes.bytes()
        stored.catch(() => {
          measuredAt = Number.NEGATIVE_INFINITY
        })
      }
      return (await stored) > mostStored
    },
  }
}
