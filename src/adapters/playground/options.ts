import type { Place } from '../../domain/place.ts'
import type { HandleEvent } from '../../ports/chat-event.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Message } from '../../ports/message.ts'
import type { Transcript } from '../../ports/transcript.ts'

/** What the schedule does, to be done now. What they return is shown to the one who pressed. */
export type Controls = {
  postQuestion(channel: Place): Promise<Message | undefined>
  closeRound(channel: Place): Promise<Message | undefined>
  postWeekly(channel: Place): Promise<Message | undefined>
}

export type PlayOptions = {
  transcript: Transcript
  handleEvent: HandleEvent
  /** Signs the cookie that says who somebody is. */
  secret: string
  clock: Clock
  controls: Controls
}
