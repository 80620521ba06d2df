import { hintCost } from '../domain/scoring.ts'
import type { Message } from '../ports/message.ts'
import { prose, sentence, shareInWords } from './rich.ts'

export function questionComing(): Message {
  return sentence('Posting a question…')
}

export const hintHelp = `A hint for the open question. It costs ${shareInWords(hintCost)} of what your next answers earn.`

export function hintFor(hint: string, cost: 'free' | 'paid'): Message {
  const note =
    cost === 'paid'
      ? `From now on, your answers to this question earn ${shareInWords(1 - hintCost)} of their points.`
      : 'You had this hint already, so it costs nothing more.'
  return {
    summary: `Hint: ${hint}`,
    blocks: [
      { kind: 'text', text: [{ bold: 'Hint: ' }, ...prose(hint)] },
      { kind: 'note', text: [note] },
    ],
  }
}
