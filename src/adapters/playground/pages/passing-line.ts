import type { Message } from '../../../ports/message.ts'
import type { TranscriptMessage } from '../../../ports/transcript.ts'

/** Nothing to see: what becomes of a line that has done its duty. A transcript can change lines, not remove them. */
export const vanished: Message = { summary: '', blocks: [] }

export function isVanished(message: TranscriptMessage): boolean {
  return message.summary === '' && message.blocks.length === 0
}

/** A line that is there only while something is being worked out. The mark is kept with the message. */
export function working(message: Message): Message {
  const marked: Message & { working: true } = { ...message, working: true }
  return marked
}

export function isWorking(message: TranscriptMessage): boolean {
  return 'working' in message && message.working === true
}
