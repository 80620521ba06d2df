import type { QuizError, QuizErrorCode } from '../domain/errors.ts'
import { takenPackNames } from '../domain/packs/own-questions.ts'
import type { Message } from '../ports/message.ts'
import { counted, listed, sentence } from './rich.ts'

type Words = (facts: QuizError['facts']) => string

const words: Record<QuizErrorCode, Words> = {
  'round-closed': () => 'This question is closed. The answer is in the thread below it.',
  'round-unknown': () => 'I can’t find that question anymore. Type `/heroku-quiz ask` for a new one.',
  'no-round': () => 'No question is open here. Start one with `/heroku-quiz ask`.',
  'which-round': () => 'Several questions are open here. Press the button of the one you mean.',
  'no-hint': () => 'This question has no hint.',
  'no-attempt-left': (facts) =>
    facts.attempts === 1
      ? 'You’ve used your try for this question. The model answer is posted when the question closes.'
      : `You’ve used your ${facts.attempts} tries for this question. The model answer is posted when the question closes.`,
  'round-forgotten': () =>
    'You played this question before your data was deleted, so you can’t play it again. The next question is open to you.',
  'already-correct': () => 'You already got this one right, so there’s nothing more to earn.',
  'answer-empty': () => 'Your answer is empty. Write a sentence or two in your own words.',
  'answer-none': () => 'That isn’t an answer yet, so nothing was counted and you keep your tries.',
  'answer-too-long': (facts) => `That’s longer than ${facts.most} characters. Two or three sentences are enough.`,
  'text-too-long': (facts) => `The ${facts.field} is ${facts.length} characters long, and the limit is ${facts.most}.`,
  'too-many-rounds': (facts) =>
    `This channel has had its ${facts.most} extra questions for today. Until tomorrow there’s always \`/heroku-quiz practice\`.`,
  'bank-empty': () => 'No question matches that. `/heroku-quiz topics` lists the topics.',
  'practice-waits': () => 'That question is open in a channel right now. You can practice it once it’s closed.',
  'question-open': ({ every }) =>
    every === undefined
      ? 'That question is open in a channel right now, so it can’t be asked again yet.'
      : 'Every question that fits is open right now. Try again when one has closed.',
  'topic-unknown': (facts) =>
    `There’s no topic “${facts.typed}”.${nearest(facts)} \`/heroku-quiz topics\` lists all topics.`,
  'difficulty-unknown': (facts) => `“${facts.typed}” isn’t a difficulty. Use easy, medium or hard.`,
  'channel-needed': ({ purpose }) =>
    purpose === undefined
      ? 'That only works in a channel. Type it in the channel that you mean.'
      : `I can’t tell here which question you mean. Press the button below the question, or type \`/heroku-quiz ${purpose}\` in its channel.`,
  'admin-needed': ({ command }) =>
    `${command === 'disputes' ? 'To dispute your own grade, press Dispute below it. ' : ''}Only admins can do that: workspace admins on Slack, people with Manage Server on Discord, and in the playground the person who opened the sandbox.`,
  'team-unknown': (facts) =>
    `There’s no team “${facts.typed}”.${nearest(facts)} \`/heroku-quiz team list\` shows all teams.`,
  'team-gone': () => 'I can’t find that team anymore. `/heroku-quiz team list` shows all teams.',
  'team-taken': (facts) =>
    `There’s already a team called “${facts.name}”, or one that looks just like it. Join it or choose another name.`,
  'team-linked': (facts) =>
    `Team ${facts.name} follows a user group or role. To join or leave it, ask an admin of that group.`,
  'team-name-bad': (facts) =>
    `A team name needs ${facts.shortest} to ${facts.longest} characters, with at least one letter or digit.`,
  'team-full': (facts) =>
    `This workspace has ${facts.most} teams already, the most it can have. \`/heroku-quiz team list\` shows them. Join one, or try again once everyone has left a team.`,
  'team-renamed-often': (facts) => `You’ve renamed your team ${facts.most} times in an hour. Please try again later.`,
  'team-none': () => 'You’re not in a team yet. `/heroku-quiz team list` shows all teams.',
  'balance-count': (facts) =>
    `I can balance ${facts.fewest} to ${facts.most} teams. For example: \`/heroku-quiz team balance 3\`.`,
  'balance-few': (facts) =>
    facts.players === 0
      ? 'There’s nobody to balance yet. I count players who are in a team or answered in the four weeks up to yesterday, and leave out teams that follow a user group or role.'
      : `${counted(Number(facts.players), 'player isn’t', 'players aren’t')} enough for ${facts.teams} teams. I count players who are in a team or answered in the four weeks up to yesterday, and leave out teams that follow a user group or role.`,
  'group-unknown': (facts) =>
    `I can’t find a group “${facts.typed}” in this workspace. Name a user group or role with @, or type off.`,
  'group-hidden': () =>
    'I’m not allowed to see who is in a user group. You can add me again and allow user groups (`usergroups:read`).',
  'other-workspace': () => 'That belongs to another workspace.',
  'schedule-bad': (facts) => `${facts.problem} For example: \`/heroku-quiz schedule set 09:30 Europe/Berlin mon-fri\`.`,
  'schedule-none': () => 'There’s no schedule here yet. Set one with `/heroku-quiz schedule`.',
  'weekly-bad': (facts) => `${facts.problem} For example: \`/heroku-quiz weekly set monday 09:00\`.`,
  'setting-bad': (facts) => `${facts.problem}${facts.example === undefined ? '' : ` For example: ${facts.example}.`}`,
  'seasons-off': () => 'There are no seasons here. An admin can start them with `/heroku-quiz settings seasons month`.',
  'pack-name-bad': (facts) =>
    String(facts.typed).trim() === ''
      ? 'Give the pack a name. One word is enough, such as team-rules.'
      : takenPackNames.includes(String(facts.typed).trim().toLowerCase())
        ? `“${facts.typed}” already means something in the settings of packs. Choose another name.`
        : `“${facts.typed}” can’t be the name of a pack. Use one word of letters, digits and hyphens, up to 40 characters.`,
  'pack-unknown': (facts) => `There’s no pack “${facts.typed}” in this workspace.${nearest(facts)}`,
  'pack-asked': (facts) =>
    `${facts.channel} gets its questions from this pack. Choose another one there first, with \`/heroku-quiz settings packs built-in\`.`,
  'pack-taken': (facts) => `There’s already a pack “${facts.name}” in this workspace. Give the copy another name.`,
  'pack-unreadable': (facts) => `Nothing was changed. ${listOf(facts.problems)}`,
  'language-bad': (facts) => `“${facts.typed}” isn’t a language I know. Use a code such as en, de or pt-BR.`,
  'draft-unreadable': () => 'The draft wasn’t saved, because its rubric can’t be read. The problems are listed below.',
  'shares-full': (facts) => `This pack already has ${facts.most} unused links. Revoke one that you don’t need anymore.`,
  'share-used': () => 'That link doesn’t work anymore: it was used or revoked, or it has expired. Ask for a new one.',
  'share-own': () => 'That pack already belongs to your workspace.',
  'question-not-ready': (facts) =>
    `Not published yet. ${stillMissing(facts)}A question needs ${facts.all} sorted answers: at least ${facts.each} right, ${facts.each} half right and ${facts.each} wrong. All must be graded the way you sorted them, and no problems may be listed below.`,
  'question-changed': () =>
    'Somebody else changed this question in the meantime, so yours wasn’t published. Open it again from its pack. What you typed is still below.',
  'studio-busy': () => 'Too many questions are being tested right now. Please try again in a moment.',
  'draft-too-slow': () =>
    'Grading with this rubric takes too long. Use fewer points or shorter patterns. What you typed is still below.',
  'set-taken': (facts) =>
    `The pack already has a set of synonyms called “${facts.name}”. Give this one a different name.`,
  'suggestion-empty': () => 'A suggestion needs both a question and a good answer.',
  'suggestions-full': () =>
    'There are already many suggestions waiting. Please try again once an admin has looked at them.',
  'suggestion-decided': () => 'That suggestion has already been decided.',
  'packs-full': (facts) => `A workspace can have ${facts.most} packs. Remove one that you don’t need anymore.`,
  'packs-large': (facts) =>
    `The packs here, with earlier versions of their questions, would take up more than ${facts.most} MB. Make this one smaller, or try again tomorrow: versions that were never asked are deleted once a day.`,
  'questions-full': (facts) =>
    `A workspace can have ${facts.most} questions of its own, and this would make ${facts.would}. Retired ones don’t count.`,
  'import-empty': () => 'The file is empty, or no file was chosen. Choose a file and try again.',
  'import-format': () => 'I can’t tell what format this file has. Choose the format and the file again.',
  'import-waits': () => 'Another file is being read right now. Upload this one when it’s done.',
  'file-too-large': (facts) => `That file is too large. A file may have ${facts.most} MB; split it into smaller ones.`,
  'file-hidden': () =>
    'I’m not allowed to read that file. On Slack, add me again and allow files (`files:read`). Or upload the file on the desk: type `/heroku-quiz desk`, then choose Import.',
  'file-away': () =>
    'The file didn’t arrive. Please try again in a minute, or upload it on the desk: type `/heroku-quiz desk`, then choose Import.',
  'import-gone': () => 'That isn’t here anymore.',
  'imports-full': (facts) => `There are ${facts.most} files here already. Remove one that you don’t need anymore.`,
  'dispute-not-yours': () => 'That’s somebody else’s answer.',
  'dispute-not-graded': () => 'There’s nothing to dispute about that answer.',
  'dispute-unknown': () =>
    'I can’t find that dispute here. Its player may have withdrawn it. `/heroku-quiz disputes` lists the open ones.',
  'undo-unknown': () => 'There’s nothing here I can undo.',
  'undo-late': (facts) => `That was more than ${facts.minutes} minutes ago, so I can’t undo it anymore.`,
  'undo-newer': () => 'A newer change has replaced this one, so there’s nothing to undo. Nothing was changed.',
  'dispute-decided': () => 'That dispute has already been decided.',
  'remind-bad': (facts) =>
    facts.field === 'zone'
      ? `${facts.problem} Type \`/heroku-quiz remind on\` to try again, for example with Europe/Berlin.`
      : `${facts.problem} For example: \`/heroku-quiz remind on 16:00\`.`,
  'pause-bad': (facts) =>
    `${facts.problem} For example: \`/heroku-quiz pause ${facts.example}\`, or \`/heroku-quiz pause off\`.`,
  'goal-bad': (facts) =>
    `${facts.problem} For example: \`/heroku-quiz goal 3\` for three days a week, or \`/heroku-quiz goal off\`.`,
  'share-nothing': () =>
    'You haven’t answered a question here yet, so there’s nothing to share. Answer one, then type `/heroku-quiz share`.',
  'share-waits': () => 'Your answer is still being graded. Try again in a moment.',
  'changed-meanwhile': () =>
    'Somebody else changed this in the meantime. The current values are below, and your changes weren’t saved.',
  'way-refused': () => 'Not added. The reasons are below.',
  'ruling-contradicts': (facts) =>
    `The author of this question labeled these words as ${facts.label === 'partial' ? 'half right' : 'wrong'}, so they can’t count for more.`,
  'wording-needed': () => 'Tick at least one wording.',
  'too-fast': () => 'That was a lot at once. Please try again in a minute.',
  'nothing-found': () => 'There’s nothing to show.',
}

/** The message for an expected refusal, with a suggestion of what to do. */
export function refusal(error: QuizError): Message {
  return sentence(words[error.code](error.facts))
}

/** Adds the rejected text to the message, because the form that contained it is closed. */
export function withWords(message: Message, words: string): Message {
  if (words.trim() === '') return message
  return {
    ...message,
    blocks: [...message.blocks, { kind: 'note', text: ['You wrote:'] }, { kind: 'quote', text: [words] }],
  }
}

/** The message for an internal error, with a reference for finding it in the log and the text to send again. */
export function fault(requestId: string | undefined, words = ''): Message {
  const where = requestId ? ` If it keeps happening, give an admin this reference: ${requestId}.` : ''
  const said = `Something went wrong on my side. Please try again in a minute; nothing counts twice.${where}`
  return withWords(sentence(said), words)
}

/** All problems, on one line. */
function listOf(problems: string | number | readonly string[] | undefined): string {
  return Array.isArray(problems) ? problems.join(' · ') : ''
}

function stillMissing({ missing }: QuizError['facts']): string {
  return Array.isArray(missing) && missing.length > 0 ? `Still missing: ${listed(missing as string[])}. ` : ''
}

function nearest(facts: QuizError['facts']): string {
  const names = facts.nearest
  if (!Array.isArray(names) || names.length === 0) return ''
  return ` Did you mean ${listed(names as string[], 'or')}?`
}
