import type { Message } from '../ports/message.ts'
import { prose, sentence } from './rich.ts'

export function questionComing(): Message {
  return sentence('A question is on its way to this channel.')
}

export function hintFor(hint: string, cost: 'free' | 'paid'): Message {
  const note =
    cost === 'paid'
      ? 'With the hint, your next answer earns three quarters.'
      : 'You have it already; it costs nothing more.'
  return {
    summary: `Hint: ${hint}`,
    blocks: [
      { kind: 'text', text: [{ bold: 'Hint: ' }, ...prose(hint)] },
      { kind: 'note', text: [note] },
    ],
  }
}
