import type { Message } from '../../ports/message.ts'

/** The colors in which a result is shared. */
const squares: Record<NonNullable<Message['verdict']>, string> = { correct: '🟩', partial: '🟨', incorrect: '⬜' }

/** A chat's text has no colors: a square before the first words stands for that of the verdict. */
export function markVerdict({ verdict, ...message }: Message): Message {
  if (!verdict) return message
  const [first, ...rest] = message.blocks
  if (first?.kind !== 'text') return message
  return { ...message, blocks: [{ ...first, text: [`${squares[verdict]} `, ...first.text] }, ...rest] }
}
