import type { RefusedReason } from '../../messages/desk/words.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Desk, Visit } from '../../ports/desk/desk.ts'

export type DeskOptions = {
  desk: Desk
  clock: Clock
  /** Why somebody may not change anything now, where a workspace has a ration, as a sandbox of the playground does. */
  ration?: (visit: Visit, by: { address: string; bytes: number }) => Promise<RationReason | undefined>
}

export type RationReason = Extract<RefusedReason, 'tooFast' | 'tooMuch' | 'full'>
