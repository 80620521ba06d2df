import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Message } from '../../ports/message.ts'
import { counted, prose, shortened } from '../rich.ts'

const counts: Record<Verdict, string> = { correct: 'right', partial: 'half right', incorrect: 'not right' }

/** Notifies a player of a ruling on their wording. `change` is the difference in their total over all attempts. */
export function rulingTold(told: { prompt: string; text: string; verdict: Verdict; change: number }): Message {
  const points = counted(Math.abs(told.change), 'point', 'points')
  const said =
    told.change > 0
      ? `Good news: an admin looked at your answer again, and it counts as ${counts[told.verdict]}. That’s ${points} more for you.`
      : `An admin looked at your answer again, and it counts as ${counts[told.verdict]}. That’s ${points} fewer than before.`
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      { kind: 'quote', text: prose(shortened(told.prompt, 200)) },
      ...(told.text === '' ? [] : [{ kind: 'note' as const, text: ['You wrote: ', shortened(told.text, 200)] }]),
    ],
  }
}

/** Adds a note to the feedback that an admin had already ruled on this wording. */
export function withRulingNote(feedback: Message): Message {
  const note = 'An admin of your workspace decided how this wording counts.'
  return { ...feedback, blocks: [...feedback.blocks, { kind: 'note', text: [note] }] }
}
