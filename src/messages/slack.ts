import type { Message } from '../ports/message.ts'
import { sentence } from './rich.ts'

/** Messages that only Slack needs. */

/** The name as a product. Another company's brand may only come after “for”. The command stays `/heroku-quiz`. */
export const slackAppName = 'Quiz for Heroku'

/** The column titles of a board, and the movement of a row since the previous week. */
export const boardTable = {
  rank: 'Rank',
  name: 'Name',
  points: 'Points',
  movement: 'Since the previous week',
  moved(ranks: number | undefined): string {
    if (ranks === undefined) return 'new'
    if (ranks === 0) return 'same'
    return ranks > 0 ? `▲ up ${ranks}` : `▼ down ${-ranks}`
  },
} as const

/** Shown in a modal if the response takes longer than Slack waits. */
export function oneMoment(): Message {
  return sentence('One moment …')
}

/** Slack lets a form open within three seconds of a press or a command, and limits how many per minute. */
export function tryAgain(): Message {
  return sentence('Slack didn’t open the form in time. Please try again.')
}

/** What doesn't work without each optional scope. */
export const scopeAdds = {
  'channels:history': 'after a crash, a question in a public channel may be posted twice',
  'channels:read': 'no greeting when I’m added to a public channel',
  'files:read': 'questions from a file are imported on the desk, not in chat',
  'files:write': 'the weekly board comes as text, without its picture',
  'groups:history': 'after a crash, a question in a private channel may be posted twice',
  'groups:read': 'no greeting when I’m added to a private channel',
  'im:write': 'no direct messages to people who have never written to me',
  'metadata.message:read': 'after a crash, a question may be posted twice',
  'usergroups:read': 'teams can’t follow user groups',
} as const

/** The missing scopes, and the features that don't work because of that. */
export function scopesMissing(scopes: readonly (keyof typeof scopeAdds)[]): { scope: string; adds: string }[] {
  return scopes.map((scope) => ({ scope, adds: scopeAdds[scope] }))
}

export const slackManifestWords = {
  suggest: 'The message becomes the answer',
  /** Slack's directory allows at most ten words. */
  description: 'One Heroku question a day, answered in your own words',
  longDescription:
    'Quiz for Heroku asks your team one question about Heroku every working day. Everybody answers in their own words, ' +
    'privately; a rubric grades each answer right away and shows which points it found and which were missing. Teams ' +
    'and players climb boards by week and month, and streaks reward those who come back. Questions are posted at ' +
    'the time and in the time zone that each channel chooses, and every fact comes with its source.',
  command: 'Ask, answer, see the boards. For all commands, type /heroku-quiz help',
  commandHint: 'ask | answer TEXT | hint | leaderboard | me | share | archive | remind on | team | help',
} as const

export const installWords = {
  failed: 'Quiz for Heroku was not added to Slack',
  again: 'Nothing was changed. You can try again:',
  start: 'Add to Slack',
  done: 'Quiz for Heroku is in your workspace',
  intro: 'Three steps to the first question:',
  steps: [
    'Open Slack: I’ve sent you a message.',
    'Press “Set the daily question” there, and choose the channel, the time and the days.',
    'Tell your team. Everybody answers in their own words, privately.',
  ],
  open: 'Open Slack',
  without:
    'You left some permissions out. That’s fine; this is what they would add. To grant one later, install the app again.',
} as const
