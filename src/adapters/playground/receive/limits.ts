import type { Clock } from '../../../ports/clock.ts'
import type { Sandboxes } from '../../../ports/store/sandboxes.ts'
import { createThrottle } from './throttle.ts'

const secondsAnHour = 3600
const anHour = (most: number) => ({ most, perSecond: most / secondsAnHour })

/** A classroom may share one address, so an address gets ten times what one visitor gets. */
const actions = { visitor: { most: 30, perSecond: 1 }, address: { most: 300, perSecond: 10 } }
/** Opening a page is a query and a page of markup. */
const looks = { most: 120, perSecond: 2 }
/** Thirty people for an hour, each with twenty actions of 500 bytes. */
const lines = anHour(600)
const bytes = anHour(300_000)

/** How much of the disk the playground may use: a tenth of the smallest Heroku Postgres. Measured once a minute. */
const mostStored = 100_000_000
const measuredEveryMs = 60_000

export type Limits = {
  /** Whether an address may open another page. */
  mayLook(address: string): boolean
  /** Why something isn't allowed now; undefined if it is. */
  refusal(by: { visitor: string; address: string; sandbox: string; bytes: number }): 'too-fast' | 'too-much' | undefined
  /** Whether so much is stored that nothing more is accepted. */
  isFull(): Promise<boolean>
}

export function createLimits(clock: Clock, sandboxes: Pick<Sandboxes, 'bytes'>): Limits {
  const looking = createThrottle(clock, looks)
  const visitors = createThrottle(clock, actions.visitor)
  const addresses = createThrottle(clock, actions.address)
  const [linesTaken, bytesTaken] = [createThrottle(clock, lines), createThrottle(clock, bytes)]
  let stored = Promise.resolve(0)
  let measuredAt = Number.NEGATIVE_INFINITY

  return {
    mayLook: (address) => looking.take(address),

    refusal({ visitor, address, sandbox, bytes }) {
      if (!visitors.take(visitor) || !addresses.take(address)) return 'too-fast'
      const isLeft = [`address ${address}`, `sandbox ${sandbox}`].every(
        (who) => linesTaken.take(who) && bytesTaken.take(who, bytes),
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
