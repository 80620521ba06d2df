import type { HandleEvent } from '../../ports/chat-event.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Sandboxes } from '../../ports/store/sandboxes.ts'
import type { Transcript } from '../../ports/transcript.ts'

export type PlayOptions = {
  transcript: Transcript
  sandboxes: Sandboxes
  handleEvent: HandleEvent
  /** Signs the cookie that says who somebody is. */
  secret: string
  clock: Clock
}
