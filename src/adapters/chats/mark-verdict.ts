import type { Message } from '../../ports/message.ts'

const squares: Record<NonNullable<Message['verdict']>, string> = { correct: '🟩', partial: '🟨', incorrect: '⬜' }

/** Puts a colored square before the text to show the verdict, because text in a chat has no colors. */
export function markVerdict({ verdict, ...message }: Message): Message {
  if (!verdict) return message
  const [first, ...rest] = message.blocks
  if (first?.kind !== 'text') return message
  return { ...message, blocks: [{ ...first, text: [`${squares[verdict]} `, ...first.text] }, ...rest] }
}
