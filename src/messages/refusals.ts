import type { QuizError, QuizErrorCode } from '../domain/errors.ts'
import type { Message } from '../ports/message.ts'
import { listed, sentence } from './rich.ts'

type Words = (facts: QuizError['facts']) => string

const words: Record<QuizErrorCode, Words> = {
  'round-closed': () => 'This round is over. The answer stands below the question.',
  'round-unknown': () => 'I don’t know that question any more. Type `/heroku-quiz ask` for a new one.',
  'no-round': () => 'No question is open here. Start one with `/heroku-quiz ask`.',
  'no-attempt-left': (facts) =>
    facts.attempts === 1
      ? 'You have used your try for this question. The model answer comes with the reveal.'
      : `You have used your ${facts.attempts} tries for this question. The model answer comes with the reveal.`,
  'already-correct': () => 'You already got this one right. Nothing more to earn here.',
  'answer-empty': () => 'There is nothing in your answer yet. Write a sentence or two in your own words.',
  'answer-too-long': (facts) =>
    `That is ${facts.length} characters. Two or three sentences are enough; at most ${facts.most} characters fit.`,
  'too-many-rounds': (facts) =>
    `This channel had its ${facts.most} extra questions for today. Tomorrow there are more; \`practice\` is always open.`,
  'bank-empty': () => 'No question fits what you asked for. `/heroku-quiz topics` lists what there is.',
  'practice-waits': () =>
    'That question is open in a channel right now. You can practice it once the model answer is out.',
  'topic-unknown': (facts) => `I have no topic “${facts.typed}”.${nearest(facts)} \`/heroku-quiz topics\` lists them.`,
  'difficulty-unknown': (facts) => `“${facts.typed}” is no difficulty. It is easy, medium or hard.`,
  'channel-needed': () => 'That works in a channel only. Type it where the question should go.',
  'admin-needed': () =>
    'Only admins may do that: workspace admins on Slack, people with Manage Server on Discord. Ask one of them.',
  'team-unknown': (facts) =>
    `There is no team “${facts.typed}”.${nearest(facts)} \`/heroku-quiz team list\` shows them.`,
  'team-taken': (facts) =>
    `There is a team called “${facts.name}” already, or one that looks just like it. Join it or choose another name.`,
  'team-name-bad': (facts) =>
    `A team name has ${facts.shortest} to ${facts.longest} characters, with a letter or a digit among them.`,
  'team-none': () => 'You are in no team. `/heroku-quiz team list` shows them.',
  'team-linked': (facts) =>
    `Who is in team ${facts.name} is decided by its user group or role. Ask whoever manages that group.`,
  'group-unknown': (facts) =>
    `“${facts.typed}” is no group of this workspace that I can see. Name a user group or role with @, or write off.`,
  'other-workspace': () => 'That belongs to another workspace.',
  'schedule-bad': (facts) => `${facts.problem} For example: \`/heroku-quiz schedule set 09:30 Europe/Berlin mon-fri\`.`,
  'setting-bad': (facts) => `${facts.problem}`,
  'dispute-not-yours': () => 'That is somebody else’s answer.',
  'dispute-not-graded': () => 'There is nothing to dispute about that answer.',
  'dispute-decided': () => 'That one has been decided already.',
  'too-fast': () => 'That was a lot at once. Take a breath and try again in a minute.',
  'nothing-found': () => 'There is nothing to show.',
}

/** What we expect to refuse, said kindly and with what to do instead. */
export function refusal(error: QuizError): Message {
  return sentence(words[error.code](error.facts))
}

/**
 * For a fault of ours: kind, and with the one thing that helps us find it. A form closes when it is sent, so whoever wrote
 * something gets their words back to send them again.
 */
export function fault(requestId: string | undefined, words = ''): Message {
  const where = requestId ? ` If it stays so, tell an admin: ${requestId}.` : ''
  const said = `Something went wrong on my side. Please try again in a minute; nothing counts twice.${where}`
  const message = sentence(said)
  if (words.trim() === '') return message
  return {
    ...message,
    blocks: [...message.blocks, { kind: 'note', text: ['You wrote:'] }, { kind: 'quote', text: [words] }],
  }
}

function nearest(facts: QuizError['facts']): string {
  const names = facts.nearest
  if (!Array.isArray(names) || names.length === 0) return ''
  return ` Did you mean ${listed(names as string[], 'or')}?`
}
