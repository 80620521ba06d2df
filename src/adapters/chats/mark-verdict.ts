import type { Message } from '../../ports/message.ts'

/** The colors in which a result is shared. */
const squares: Record<NonNullable<Message['verdict']>, string> = { correct: '🟩', partial: '🟨', incorrect: '⬜' }

/** Text in a chat has no colors, so a colored square before the first words shows the verdict. */
export function markVerdict({ verdict, ...message }: Message): Message {
  if (!verdict) return message
  const [first, ...rest] = message.blocks
  if (first?.kind !== 'text') return message
  return { ...message, blocks: [{ ...first, text: [`${squares[verdict]} `, ...first.text] }, ...rest] }
}
