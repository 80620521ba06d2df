import type { Message } from '../ports/message.ts'
import { sentence } from './rich.ts'
import { scheduleShown } from './schedule.ts'

/** Adds an undo button to a message about a change. */
export function withUndo(message: Message, undo: number | undefined): Message {
  if (undo === undefined) return message
  return {
    ...message,
    blocks: [
      ...message.blocks,
      { kind: 'note', text: ['You or an admin can undo this within ten minutes.'] },
      { kind: 'buttons', buttons: [{ action: `undo:${undo}`, label: 'Undo', look: 'plain' }] },
    ],
  }
}

export function decisionUndone(): Message {
  return sentence(
    'Undone. The dispute is open again, and the points are back to what they were. `/heroku-quiz disputes` lists it.',
  )
}

export function scheduleUndone(shown: Parameters<typeof scheduleShown>[0]): Message {
  const said = 'Undone. The daily question is on again with its earlier schedule.'
  return { summary: said, blocks: [{ kind: 'text', text: [said] }, ...scheduleShown(shown).blocks] }
}

export function renameUndone(name: string): Message {
  return sentence(`Undone. The team’s name is ${name} again.`)
}
