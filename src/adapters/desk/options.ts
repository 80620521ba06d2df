import type { Clock } from '../../ports/clock.ts'
import type { Desk } from '../../ports/desk/desk.ts'

export type DeskOptions = { desk: Desk; clock: Clock }
