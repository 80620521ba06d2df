import { shareSquares } from '../../domain/habit/share-line.ts'
import type { Message } from '../../ports/message.ts'
import { channelName } from '../closed-channel.ts'
import { counted, sentence } from '../rich.ts'

export type Result = {
  name: string
  /** The question's number in the channel. */
  number: number
  points: number
  full: number
  streak: number
}

/** A streak of one day isn't worth mentioning. */
const shortestStreak = 2

/** `Heroku Quiz #128 🟩🟩🟨 18/20 · streak 12`, and the same in words for screen readers. */
export function shared(result: Result): Message {
  const words = inWords(result)
  return {
    summary: words,
    blocks: [
      { kind: 'text', text: [lineOf(result)] },
      { kind: 'note', text: [words] },
    ],
  }
}

/** Shown only to the player, before they share it. */
export function sharePreview(result: Result, roundId: number, channel: { name: string }): Message {
  return {
    summary: `Share this? ${inWords(result)}`,
    blocks: [
      { kind: 'text', text: [lineOf(result)] },
      { kind: 'note', text: [inWords(result)] },
      {
        kind: 'buttons',
        buttons: [{ action: `share:${roundId}`, label: `Post it in ${channelName(channel)}`, look: 'primary' }],
      },
    ],
  }
}

function lineOf({ number, points, full, streak }: Result): string {
  const line = `Heroku Quiz #${number} ${shareSquares(points, full)} ${points}/${full}`
  return streak < shortestStreak ? line : `${line} · streak ${streak}`
}

function inWords({ name, number, points, full, streak }: Result): string {
  const days = streak < shortestStreak ? '' : `, ${streak} question days in a row`
  return `${name}: ${points} of ${counted(full, 'point', 'points')} on question ${number}${days}.`
}

export function sharing(repeated: boolean): Message {
  return sentence(
    repeated ? 'You’ve already shared this one. Once is all it takes.' : 'Shared. Your colleagues can see it now.',
  )
}

export function notShared(channel: { name: string }): Message {
  return sentence(`I couldn’t post your result in ${channelName(channel)}: I’m not allowed to write there right now.`)
}
