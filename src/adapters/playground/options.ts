import type { Place } from '../../domain/place.ts'
import type { HandleEvent } from '../../ports/chat-event.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Sandboxes } from '../../ports/store/sandboxes.ts'
import type { Transcript } from '../../ports/transcript.ts'

export type PlayOptions = {
  transcript: Transcript
  sandboxes: Sandboxes
  handleEvent: HandleEvent
  /** Returns the names of a sandbox's teams and the player's own team. Creates nothing. */
  teamsAt(at: { workspace: Place; player: Place }): Promise<{ names: string[]; own?: string }>
  /** Signs the cookie that identifies a visitor. */
  secret: string
  clock: Clock
}
