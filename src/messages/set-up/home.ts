import type { Question } from '../../domain/question.ts'
import type { Block, Inline, Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import { channelName } from '../closed-channel.ts'
import { aboutMe } from '../player.ts'
import { counted, prose } from '../rich.ts'
import { daysInWords } from '../schedule.ts'
import { helpButton, practiceButton, setUpButton } from './greetings.ts'

type Home = Parameters<typeof aboutMe>[0] & {
  open: readonly { roundId: number; question: Question; channel: Channel; answered: boolean }[]
  admin?: { channels: readonly Channel[]; rulings: number }
}

/** The app's home tab: open questions, standings and actions. */
export function homeTab(home: Home): Message {
  const me = aboutMe(home)
  return {
    summary: me.summary,
    blocks: [
      ...today(home),
      ...me.blocks,
      {
        kind: 'buttons',
        buttons: [practiceButton, { action: 'board:0', label: 'Leaderboard', look: 'plain' }, helpButton],
      },
      ...(home.admin ? forAdmins(home.admin) : []),
    ],
  }
}

function today({ open }: Home): Block[] {
  const heading: Block = { kind: 'heading', text: 'Today’s question' }
  if (open.length === 0) {
    const none = 'No question is open for you. Once you’ve answered one in its channel, the next ones show up here too.'
    return [heading, { kind: 'text', text: [none] }]
  }
  return [heading, ...open.flatMap(question)]
}

function question({ roundId, question: { prompt }, channel, answered }: Home['open'][number]): Block[] {
  return [
    { kind: 'quote', text: prose(prompt) },
    { kind: 'note', text: ['Asked in ', named(channel), answered ? '. You’ve answered it.' : '.'] },
    {
      kind: 'buttons',
      buttons: [
        {
          action: `answer:${roundId}`,
          label: answered ? 'Answer again' : 'Answer',
          look: answered ? 'plain' : 'primary',
        },
        { action: `hint:${roundId}`, label: 'Hint', look: 'plain' },
      ],
    },
  ]
}

/** A limit for the tab. The desk shows all of them. */
const mostChannels = 5

function forAdmins({ channels, rulings }: NonNullable<Home['admin']>): Block[] {
  const waiting = counted(rulings, 'grade is', 'grades are')
  return [
    { kind: 'heading', text: 'For admins' },
    ...channels.slice(0, mostChannels).flatMap(scheduled),
    ...(rulings > 0 ? [{ kind: 'text' as const, text: [`${waiting} disputed and waiting for you.`] }] : []),
    {
      kind: 'buttons',
      buttons: [
        ...(rulings > 0 ? [{ action: 'rulings:0', label: 'Decide', look: 'primary' as const }] : []),
        setUpButton(),
        { action: 'desk:0', label: 'Open the desk', look: 'plain' },
      ],
    },
  ]
}

function scheduled({ id, schedule, pausedBecause, ...channel }: Channel): Block[] {
  if (!schedule) return []
  const when = `: ${daysInWords(schedule.weekdays)} at ${schedule.time}, ${schedule.zone}`
  const paused: Inline[] = pausedBecause === undefined ? [] : ['. ', { bold: 'Paused.' }]
  return [
    { kind: 'text', text: [named(channel), when, ...paused] },
    {
      kind: 'buttons',
      buttons: [
        { action: `set-up:${id}`, label: 'Schedule', look: 'plain' },
        { action: `settings:${id}`, label: 'Settings', look: 'plain' },
      ],
    },
  ]
}

/** Slack doesn't send the name of a private channel, but shows it to people who may see it. */
function named(channel: Pick<Channel, 'ref' | 'name'>): Inline {
  return channel.name === '' ? { mention: channel.ref } : { bold: channelName(channel) }
}
