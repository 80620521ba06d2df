import type { Schedule } from '../../domain/calendar.ts'
import type { Button, Message } from '../../ports/message.ts'
import { cannotPostYet, type PostingTrouble } from '../closed-channel.ts'
import { sentence } from '../rich.ts'
import { daysInWords, inZone } from '../schedule.ts'

type Named = { name: string }

/** The button that opens the form of the daily question. Zero means no particular channel. */
export function setUpButton(channelId = 0): Button {
  return { action: `set-up:${channelId}`, label: 'Set the daily question', look: 'primary' }
}

export const practiceButton: Button = { action: 'practice-next:0', label: 'Try a question', look: 'plain' }
export const helpButton: Button = { action: 'help:0', label: 'Help', look: 'plain' }

/**
 * A direct message that explains the app and what to do next. `buttons` is false if the platform doesn't report who is
 * an admin.
 */
export function greeting({ admin, buttons }: { admin: boolean; buttons: boolean }): Message {
  const line =
    'Hello! I ask your team one question about Heroku every working day. Everybody answers privately, in their own words, and I tell them right away what they got right.'
  const steps = admin
    ? [
        ['Choose the channel, the time and the days of the daily question.'],
        ['Try a question yourself: practice is private and costs nothing.'],
        ['When the first question arrives, form teams with ', { code: '/heroku-quiz team create NAME' }, '.'],
      ]
    : [
        ['Answer the daily question in its channel: press Answer below it.'],
        ['Practice here whenever you like: it’s private and costs nothing.'],
        ['See who leads with ', { code: '/heroku-quiz leaderboard' }, '.'],
      ]
  return {
    summary: line,
    blocks: [
      { kind: 'text', text: [line] },
      { kind: 'list', items: steps },
      ...(buttons
        ? [{ kind: 'buttons' as const, buttons: [...(admin ? [setUpButton()] : []), practiceButton, helpButton] }]
        : [
            {
              kind: 'note' as const,
              text: ['Type ', { code: '/heroku-quiz schedule set' }, ' in a channel of your server.'],
            },
          ]),
    ],
  }
}

/** One line for a channel that the app joined. */
export function channelGreeting(channelId: number): Message {
  const line = 'Hello! I’m a quiz about Heroku. An admin can have me ask a question here every working day.'
  return {
    summary: line,
    blocks: [
      { kind: 'text', text: [line] },
      { kind: 'buttons', buttons: [setUpButton(channelId), helpButton] },
    ],
  }
}

/** Posted once in a channel: who set up the daily question, and when it will be posted. */
export function announcement({ name }: Named, schedule: Schedule, first: Date): Message {
  const when = `${daysInWords(schedule.weekdays)} at ${schedule.time}`
  const line = `${name || 'An admin'} set up a daily Heroku question here: ${when} (${schedule.zone}).`
  return {
    summary: line,
    blocks: [
      { kind: 'text', text: [line] },
      {
        kind: 'note',
        text: [
          `The first one comes on ${inZone(first, schedule.zone)}. Answer in your own words; only you see your answer. `,
          { code: '/heroku-quiz help' },
          ' shows the rest.',
        ],
      },
    ],
  }
}

/** Posted in a channel that the app can post in now, after its schedule was set. */
export function allSet({ name }: Named): Message {
  return sentence(
    `${name || 'An admin'} set up a daily Heroku question here. \`/heroku-quiz help\` shows what you can do.`,
  )
}

/** For an admin who checks whether a question can be posted now. */
export function postCheck(channelId: number, obstacle: { trouble: PostingTrouble } | undefined): Message {
  if (!obstacle) return sentence('All set: I can post there.')
  return cannotPostYet({ channelId, trouble: obstacle.trouble })
}
