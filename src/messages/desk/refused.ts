import type { ChatError, QuizError, QuizErrorCode } from '../../domain/errors.ts'
import type { SetupField } from '../../ports/desk/setup.ts'
import { refusal } from '../refusals.ts'

/** Texts for the desk that replace those with chat commands. */
const words: Partial<Record<QuizErrorCode, (facts: QuizError['facts']) => string>> = {
  'schedule-bad': (facts) => `${facts.problem}`,
  'setting-bad': (facts) => `${facts.problem}`,
  'schedule-none': () => 'There’s no schedule here yet.',
  'weekly-bad': (facts) => `${facts.problem}`,
  'team-gone': () => 'I can’t find that team anymore.',
  'team-taken': (facts) =>
    `There’s already a team called “${facts.name}”, or one that looks just like it. Choose another name.`,
  'team-full': (facts) => `This workspace has ${facts.most} teams already, the most it can have.`,
  'balance-count': (facts) => `I can balance ${facts.fewest} to ${facts.most} teams.`,
  'pack-asked': (facts) =>
    `${facts.channel} gets its questions from this pack. Choose another one in its settings first.`,
  'dispute-unknown': () => 'I can’t find that dispute here.',
}

const fieldNames: Record<SetupField, string> = {
  attempts: 'Tries',
  'reveal-after': 'When the answer comes',
  packs: 'Packs',
  topics: 'Topics',
  difficulty: 'Difficulty',
  order: 'Which topic comes next',
  'extra-rounds': 'Questions per day',
  mention: 'Role or group to notify',
  threads: 'Threads',
  holidays: 'Public holidays',
  zone: 'Where days and weeks begin',
  'week-start': 'Start of the week',
  'team-score': 'A team’s points',
  seasons: 'Seasons',
  'public-names': 'Players’ names',
  retention: 'Months to store answer texts',
}

/** Why a form of the desk was refused. Shown after the name of the field in forms with many fields. */
export function deskRefusal(error: QuizError): string {
  const said = words[error.code]?.(error.facts) ?? refusal(error).summary
  const { field } = error.facts
  return typeof field === 'string' && field in fieldNames ? `${fieldNames[field as SetupField]}: ${said}` : said
}

/** Why the chat didn't do what a form of the desk asked for. */
export function chatRefusal({ code }: ChatError): string {
  return code === 'rate-limited' || code === 'unavailable'
    ? 'Your chat didn’t respond. Try again in a minute.'
    : 'Your chat refused it.'
}
