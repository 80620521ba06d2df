import { type OpenRound, usualTime } from '../../domain/habit/reminder.ts'
import type { Streak } from '../../domain/habit/streak.ts'
import type { Button, Form, Message } from '../../ports/message.ts'
import { channelName } from '../closed-channel.ts'
import { counted, prose, sentence } from '../rich.ts'

const noMore: Button = { action: 'remind-off:0', label: 'No more reminders', look: 'plain' }
const pauseWeek: Button = { action: 'pause-week:0', label: 'Pause for a week', look: 'plain' }
export const remindMe: Button = { action: 'remind-on:0', label: 'Remind me', look: 'plain' }

export const reminderOffer = 'Want a private reminder when a question is about to close and you haven’t answered it?'

/** A streak of one day isn't worth mentioning. */
const shortestStreak = 2

/** A private message, at most once a day. */
export function reminderMessage({ round, streak, zone }: { round: OpenRound; streak: Streak; zone: string }): Message {
  const until = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
  const open = `The question in ${channelName({ name: round.channelName })} is open until ${until.format(round.closesAt)}, and I don’t have an answer from you yet.`
  const said = [open, ...stake(streak)].join(' ')
  const answer: Button = { action: `answer:${round.id}`, label: 'Answer', look: 'primary' }
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      { kind: 'buttons', buttons: [answer, pauseWeek, noMore] },
    ],
  }
}

function stake({ current, freezes }: Streak): string[] {
  if (current < shortestStreak) return []
  const keeps = `An answer keeps your streak of ${counted(current, 'question day', 'question days')} going`
  return [freezes > 0 ? `${keeps}. Without one, you use up a freeze.` : `${keeps}.`]
}

/** `other` is an example of `remind on` with a different time. */
export function reminderSet({ time, zone }: { time: string; zone: string }): Message {
  const said = `I’ll remind you at ${time} (${zone}) on days when a question is about to close and I don’t have your answer. Privately, once a day at most.`
  const other = time === '09:00' ? usualTime : '09:00'
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      {
        kind: 'note',
        text: prose(`Another time: \`/heroku-quiz remind on ${other}\`. On vacation: \`/heroku-quiz pause\`.`),
      },
      { kind: 'buttons', buttons: [noMore] },
    ],
  }
}

export function reminderEnded(): Message {
  return sentence('No more reminders. `/heroku-quiz remind on` brings them back.')
}

/** Shown once if the platform doesn't report the player's time zone. */
export function zoneForm(time: string, zone: string): Form {
  return {
    action: 'remind-zone:0',
    title: 'Reminders',
    intro:
      'Choose your time zone, so that reminders come at the right time of day. I’ll remember it and won’t ask again.',
    fields: [
      {
        name: 'zone',
        label: 'Your time zone',
        placeholder: 'For example Europe/Berlin',
        most: 60,
        lines: 'one',
        ...(zone === 'UTC' ? {} : { value: zone }),
      },
      { kind: 'time', name: 'time', label: 'Time of day', value: time },
    ],
    submit: 'Remind me',
  }
}
