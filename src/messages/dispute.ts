import type { Question } from '../domain/question.ts'
import type { Grade } from '../domain/rubric/rubric.ts'
import type { Block, Button, Form, Message, Rich } from '../ports/message.ts'
import type { Dispute } from '../ports/store/disputes.ts'
import { playerName } from './board.ts'
import { counted, prose, sentence, shortened } from './rich.ts'

/** For a player who disputes a grade. */
export function openDisputeForm(answerId: number, most: number): Form {
  return {
    action: `dispute:${answerId}`,
    title: 'Dispute the grade',
    intro: 'An admin reads your answer and decides. You can also send this without a reason.',
    fields: [
      {
        name: 'reason',
        label: 'What should have counted? (optional)',
        placeholder: 'It means the same as the model answer.',
        most,
        refusesLonger: true,
        lines: 'many',
        optional: true,
      },
    ],
    submit: 'Dispute',
  }
}

/** The reply to a player who disputes a grade. `repeated` means that they disputed it before. */
export function disputeOpened({ id, state }: Pick<Dispute, 'id' | 'state'>, repeated: boolean): Message {
  if (state === 'accepted') return sentence('Your dispute about this answer has already been accepted.')
  if (state === 'rejected') {
    return sentence('We’ve already looked at this answer, and the grade stands. An answer can be disputed once.')
  }
  const { summary, blocks } = sentence(
    repeated
      ? 'You’ve already disputed this. You’ll hear from me once an admin has decided.'
      : 'Thanks. An admin will look at it, and you’ll hear from me once it’s decided.',
  )
  const withdraw: Button = { action: `dispute-withdraw:${id}`, label: 'Withdraw', look: 'plain' }
  return { summary, blocks: [...blocks, { kind: 'buttons', buttons: [withdraw] }] }
}

export function disputeWithdrawn(): Message {
  return sentence('Your dispute is withdrawn. If you change your mind, press Dispute again.')
}

/** The disputes for an admin to decide: question, answer, what the grader found, and buttons. */
export function disputeQueue(
  open: readonly { id: number; question: Question; text: string; reason?: string; grade: Grade; playerName: string }[],
): Message {
  if (open.length === 0) return sentence('There are no open disputes.')
  const blocks = open.flatMap(({ id, question, text, reason, grade, playerName: name }): Block[] => [
    { kind: 'text', text: [{ bold: playerName(name) }, ' on: ', ...prose(question.prompt)] },
    { kind: 'quote', text: [text === '' ? '(this text was erased)' : text] },
    ...(reason === undefined
      ? []
      : ([
          { kind: 'text', text: ['Their reason:'] },
          { kind: 'quote', text: [reason] },
        ] satisfies Block[])),
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
    intro:
      decision === 'accept'
        ? 'The answer will count as right, and the leaderboard will be updated.'
        : 'The grade stays as it is.',
    fields: [
      {
        name: 'note',
        label: 'Note to the player (optional)',
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
  return sentence(
    accepted ? 'Accepted. The leaderboard is updated and the player is notified.' : 'Rejected. The player is notified.',
  )
}

/** For a player who was notified of a decision that an admin then withdrew. */
export function disputeReopened(prompt: string): Message {
  const said =
    'An admin withdrew the decision on your dispute, so it’s open again and your points are back to what they were. You’ll hear from me once it’s decided.'
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      { kind: 'quote', text: prose(shortened(prompt, 200)) },
    ],
  }
}

/** Notifies the player of a decision. `change` is the difference in their total over all attempts. */
export function disputeDecided(decided: { prompt: string; accepted: boolean; change: number; note?: string }): Message {
  const said = decided.accepted
    ? `Your dispute was accepted: ${changeWords(decided.change)}.`
    : 'We looked at your dispute; the grade stands.'
  const blocks: Block[] = [
    { kind: 'text', text: [said] },
    { kind: 'quote', text: prose(shortened(decided.prompt, 200)) },
  ]
  if (decided.note !== undefined) blocks.push({ kind: 'text', text: [{ bold: 'An admin says: ' }, decided.note] })
  return { summary: said, blocks }
}

function changeWords(change: number): string {
  if (change === 0) return 'your points stay the same'
  return `${counted(Math.abs(change), 'point', 'points')} ${change > 0 ? 'more for you' : 'fewer than before'}`
}

function pointLine(point: { id: string; label: string }, grade: Grade): Rich {
  const found = grade.points.some(({ id, found }) => id === point.id && found)
  return [found ? 'found: ' : 'missing: ', ...prose(point.label)]
}
