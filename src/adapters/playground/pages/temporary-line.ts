import type { Message } from '../../../ports/message.ts'
import type { TranscriptMessage } from '../../../ports/transcript.ts'

/** An empty message hides the line. A transcript can change lines, but not remove them. */
export const vanished: Message = { summary: '', blocks: [] }

export function isVanished(message: TranscriptMessage): boolean {
  return message.summary === '' && message.blocks.length === 0
}

/** Marks a line that is shown only while work is in progress. The mark is stored with the message. */
export function working(message: Message): Message {
  const marked: Message & { working: true } = { ...message, working: true }
  return marked
}

export function isWorking(message: TranscriptMessage): boolean {
  return 'working' in message && message.working === true
}
