import type { Question } from '../domain/question.ts'
import type { Grade } from '../domain/rubric/rubric.ts'
import type { Block, Form, Message, Rich } from '../ports/message.ts'
import { playerName } from './board.ts'
import { counted, prose, sentence, shortened } from './rich.ts'

export function disputeOpened(repeated: boolean): Message {
  if (repeated) return sentence('An admin knows already. You will hear from me when it is decided.')
  return sentence('Thank you. An admin looks at it, and you will hear from me when it is decided.')
}

/** The queue of an admin: question, answer, what was found, and what to do. */
export function disputeQueue(
  open: readonly { id: number; question: Question; text: string; grade: Grade; playerName: string }[],
): Message {
  if (open.length === 0) return sentence('No dispute is open.')
  const blocks = open.flatMap(({ id, question, text, grade, playerName: name }): Block[] => [
    { kind: 'text', text: [{ bold: playerName(name) }, ' on: ', ...prose(question.prompt)] },
    { kind: 'quote', text: [text === '' ? '(the text was erased)' : text] },
    { kind: 'list', items: question.rubric.points.map((point) => pointLine(point, grade)) },
    {
      kind: 'buttons',
      buttons: [
        { action: `dispute-accept:${id}`, label: 'Accept', look: 'primary' },
        { action: `dispute-reject:${id}`, label: 'Reject', look: 'plain' },
      ],
    },
  ])
  return {
    summary: counted(open.length, 'dispute is open', 'disputes are open'),
    blocks: [{ kind: 'heading', text: 'Disputes' }, ...blocks],
  }
}

export function disputeForm(id: number, decision: 'accept' | 'reject'): Form {
  return {
    action: `dispute-${decision}:${id}`,
    title: decision === 'accept' ? 'Accept the dispute' : 'Reject the dispute',
    intro: decision === 'accept' ? 'The answer will count as right, and the board moves.' : 'The grade stays as it is.',
    fields: [
      {
        name: 'note',
        label: 'A word to the player (you may leave it empty)',
        placeholder: 'Why',
        most: 300,
        lines: 'many',
        optional: true,
      },
    ],
    submit: decision === 'accept' ? 'Accept' : 'Reject',
  }
}

export function disputeSettled(accepted: boolean): Message {
  return sentence(accepted ? 'Accepted. The board has moved, and the player is told.' : 'Rejected. The player is told.')
}

/** What the player hears. */
export function disputeDecided(decided: { prompt: string; accepted: boolean; earned: number; note?: string }): Message {
  const said = decided.accepted
    ? `Your dispute was accepted: ${counted(decided.earned, 'point', 'points')} more for you.`
    : 'Your dispute was looked at, and the grade stays as it is.'
  const blocks: Block[] = [
    { kind: 'text', text: [said] },
    { kind: 'quote', text: prose(shortened(decided.prompt, 200)) },
  ]
  if (decided.note !== undefined) blocks.push({ kind: 'text', text: [{ bold: 'An admin says: ' }, decided.note] })
  return { summary: said, blocks }
}

function pointLine(point: { id: string; label: string }, grade: Grade): Rich {
  const found = grade.points.some(({ id, found }) => id === point.id && found)
  return [found ? 'found: ' : 'missing: ', ...prose(point.label)]
}
