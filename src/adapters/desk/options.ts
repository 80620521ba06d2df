import type { RefusedReason } from '../../messages/desk/words.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Desk, Visit } from '../../ports/desk/desk.ts'

export type DeskOptions = {
  desk: Desk
  clock: Clock
  /** Returns why a change isn't allowed now, for workspaces with limits, such as the sandboxes of the playground. */
  ration?: (visit: Visit, by: { address: string; bytes: number }) => Promise<RationReason | undefined>
}

export type RationReason = Extract<RefusedReason, 'tooFast' | 'tooMuch' | 'full'>
