import type { Meaning } from '../domain/refusal.ts'
import type { Message } from '../ports/message.ts'
import { counted, listed, prose, sentence } from './rich.ts'

/** Why a post failed. `word` is the platform's own error code. */
export type PostingTrouble = { meaning: Meaning | 'too-late'; word?: string | undefined; lacks?: readonly string[] }

type Named = { name: string }

/** For an admin, on the first day on which the daily question couldn't be posted. */
export function questionNotPosted(channel: Named, trouble: PostingTrouble): Message {
  return sentence(
    `I couldn’t post the daily question in ${channelName(channel)}: ${why(trouble)} I’ll try again with the next question.`,
  )
}

/** For an admin, when posts in a channel are paused until an admin resumes them. */
export function schedulePaused(channel: Named, trouble: PostingTrouble, days: number): Message {
  const often = days > 1 ? ` for ${days} days in a row` : ''
  return sentence(
    `I couldn’t post the daily question in ${channelName(channel)}${often}, so I paused it: ${why(trouble)} Then type \`/heroku-quiz schedule resume\` there.`,
  )
}

/** For an admin, when the weekly leaderboard couldn't be posted in a channel without a daily question. */
export function boardNotPosted(channel: Named, trouble: PostingTrouble): Message {
  return sentence(
    `I couldn’t post the weekly leaderboard in ${channelName(channel)}: ${why(trouble)} Or choose another channel: type \`/heroku-quiz weekly set\` there.`,
  )
}

/** For the player who started an extra question that couldn't be posted. */
export function extraNotPosted(channel: Named, trouble: PostingTrouble): Message {
  return sentence(`I couldn’t post the question that you asked for in ${channelName(channel)}: ${why(trouble)}`)
}

/** For an admin who has just set up a channel, with instructions to fix the problem. */
export function cannotPostYet({ channelId, trouble }: { channelId: number; trouble: PostingTrouble }): Message {
  const line = `I can’t post there yet: ${why(trouble)}`
  return {
    summary: line,
    blocks: [
      { kind: 'text', text: [{ bold: 'One thing is missing. ' }, ...prose(line)] },
      { kind: 'buttons', buttons: [{ action: `post-check:${channelId}`, label: 'Check again', look: 'primary' }] },
    ],
  }
}

/** The part of a schedule's message about a pause. `because` is the stored reason. */
export function pausedWords(because: string): string {
  return ` I couldn’t post here: ${pausedReason(because)} Then type `
}

function pausedReason(because: string): string {
  return why({ meaning: (because in words ? because : 'posting-restricted') as PostingTrouble['meaning'] })
}

/** The reason for a pause, without the commands, because the desk has its own buttons and pages for them. */
export function pausedReasonAtDesk(because: string): string {
  return pausedReason(because).replaceAll(/ with `\/heroku-quiz [^`]+`/g, '')
}

/** Shown to all players, because the admin who set a schedule may have left. */
export function pausedChannels(channels: readonly Named[]): string {
  const names = channels.map(channelName)
  const are = counted(names.length, 'question is', 'questions are').replace(/^\d+ /, '')
  return `The daily ${are} paused in ${listed(names)}. An admin can type /heroku-quiz schedule show there to see why.`
}

export function channelName({ name }: Named): string {
  return name === '' ? 'that channel' : `#${name.replace(/^#/, '')}`
}

const letMePost = 'Allow me to see that channel and post in it.'
const operatorLooks = 'The person who runs this app can find more in its log.'

const words: Record<PostingTrouble['meaning'], { reason: string; help: string }> = {
  'channel-gone': {
    reason: 'the channel was archived or deleted',
    help: 'Choose another channel with `/heroku-quiz schedule set`, or restore this one.',
  },
  'channel-hidden': {
    reason: 'I can’t find the channel, because it was deleted or is private',
    help: 'Add me to that channel, or choose another one with `/heroku-quiz schedule set`.',
  },
  'not-in-channel': { reason: 'I’m not a member there', help: 'Add me to that channel (on Slack, with `/invite`).' },
  'posting-restricted': { reason: 'I’m not allowed to post there', help: letMePost },
  'content-blocked': {
    reason: 'a filter on this server blocked it',
    help: 'Make an exception for me in AutoMod, or choose other topics with `/heroku-quiz settings topics`.',
  },
  'rights-missing': {
    reason: 'I don’t have a permission that I need',
    help: 'Add me to that channel, or install the app again to grant the permission.',
  },
  'workspace-gone': { reason: 'the app was removed', help: 'Install it again.' },
  'too-fast': { reason: 'too much is being posted there right now', help: '' },
  later: { reason: 'this workspace has reached a limit, or is being moved', help: '' },
  away: { reason: 'the chat didn’t respond', help: '' },
  'too-late': { reason: 'the chat didn’t accept it for three hours', help: '' },
  'token-bad': { reason: 'my access there no longer works', help: operatorLooks },
  'person-closed': { reason: 'nobody can be reached there', help: letMePost },
  'message-closed': { reason: 'the conversation is closed', help: letMePost },
  'reply-expired': { reason: 'the conversation is over', help: letMePost },
  'group-gone': {
    reason: 'the group that it mentions no longer exists',
    help: 'Change it with `/heroku-quiz settings mention`.',
  },
  'picture-refused': { reason: 'a file was refused', help: operatorLooks },
  'thread-refused': { reason: 'a thread was refused', help: operatorLooks },
  'our-fault': { reason: 'something is wrong on my side', help: operatorLooks },
  unknown: { reason: 'it was refused, and I don’t know why', help: operatorLooks },
}

/** Meanings for which the message includes the platform's error code, because our text isn't specific enough. */
const needWord: readonly PostingTrouble['meaning'][] = ['unknown', 'our-fault', 'rights-missing']

function why({ meaning, word, lacks = [] }: PostingTrouble): string {
  if (lacks.length > 0) return `I’m missing ${listed(lacks)} there. Allow it in the channel’s permissions.`
  const { reason, help } = words[meaning]
  const said = word !== undefined && needWord.includes(meaning) ? ` (${word})` : ''
  return `${reason}${said}.${help === '' ? '' : ` ${help}`}`
}
