import { hintCost } from '../domain/scoring.ts'
import type { Message } from '../ports/message.ts'
import { prose, sentence, shareInWords } from './rich.ts'

export function questionComing(): Message {
  return sentence('Posting a question…')
}

export const hintHelp = `A hint for the open question. It costs ${shareInWords(hintCost)} of what your next answers earn.`

/** Shown on the question, so that players see it before they press the button. */
export const hintPrice = `a hint costs ${shareInWords(hintCost)}`

/** Offers the hint below a message. */
export function withHint({ summary, blocks }: Message, roundId: number): Message {
  return {
    summary,
    blocks: [
      ...blocks,
      { kind: 'note', text: [`Would a hint help? It costs ${shareInWords(hintCost)} of what your next answers earn.`] },
      { kind: 'buttons', buttons: [{ action: `hint:${roundId}`, label: 'Hint', look: 'plain' }] },
    ],
  }
}

/** `late`: no later answer is possible. */
export type HintCost = 'paid' | 'again' | 'late'

const hintNotes: Record<HintCost, string> = {
  paid: `From now on, your answers to this question earn ${shareInWords(1 - hintCost)} of their points.`,
  again: 'You already have this hint, so it costs nothing more.',
  late: 'You have no tries left here, so it costs nothing.',
}

export function hintFor(hint: string, cost: HintCost): Message {
  const note = hintNotes[cost]
  return {
    summary: `Hint: ${hint}`,
    blocks: [
      { kind: 'text', text: [{ bold: 'Hint: ' }, ...prose(hint)] },
      { kind: 'note', text: [note] },
    ],
  }
}
