import type { Message } from '../../../ports/message.ts'
import type { TranscriptMessage } from '../../../ports/transcript.ts'

/** An empty message: the line is hidden. A transcript can change lines, but not remove them. */
export const vanished: Message = { summary: '', blocks: [] }

export function isVanished(message: TranscriptMessage): boolean {
  return message.summary === '' && message.blocks.length === 0
}

/** A line that exists only while something is in progress. The mark is stored with the message. */
export function working(message: Message): Message {
  const marked: Message & { working: true } = { ...message, working: true }
  return marked
}

export function isWorking(message: TranscriptMessage): boolean {
  return 'working' in message && message.working === true
}
