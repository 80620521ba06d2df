import type { Block, Message } from '../../ports/message.ts'
import { sentence } from '../rich.ts'

/** For players who didn't answer. */
export function recallButtons(roundId: number): Block {
  return {
    kind: 'buttons',
    buttons: [
      { action: `knew:${roundId}`, label: 'Knew it', look: 'plain' },
      { action: `new-to-me:${roundId}`, label: 'New to me', look: 'plain' },
    ],
  }
}

/** Explains the two buttons below a reveal. */
export const recallNote = 'Didn’t answer? Press one of these. Only you’ll see it, and it only affects your practice.'

/** The reply to a press. */
export function recallTold(told: 'noted' | 'again' | 'answered', knew: boolean): Message {
  const words = {
    noted: knew
      ? 'Noted: you knew it. `/heroku-quiz practice` will bring it back now and then, so you don’t forget it.'
      : 'Noted: it was new to you. `/heroku-quiz practice` will bring it back soon, without points.',
    again: 'You’ve already told me. Once is all it takes.',
    answered: 'You answered this one, so I already know. These buttons are for people who didn’t.',
  }
  const { summary, blocks } = sentence(words[told])
  if (told !== 'noted') return { summary, blocks }
  const practice = { action: 'practice-next:0', label: 'Practice', look: 'plain' } as const
  return { summary, blocks: [...blocks, { kind: 'buttons', buttons: [practice] }] }
}
