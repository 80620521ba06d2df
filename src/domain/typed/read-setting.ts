import type { SeasonSetting } from '../boards/season.ts'
import { QuizError } from '../errors.ts'
import { nearestNames } from '../nearest-names.ts'
import type { PackChoice } from '../packs/own-questions.ts'
import { type QuestionOrder, questionOrders } from '../pick-question.ts'
import { type Difficulty, difficulties } from '../question.ts'
import type { TeamScore } from '../standings.ts'

/** The settings that admins can change with `settings NAME VALUE`. */
export const settingNames = [
  'attempts',
  'reveal-after',
  'packs',
  'topics',
  'difficulty',
  'order',
  'extra-rounds',
  'mention',
  'threads',
  'skip',
  'holidays',
  'pin',
  'team-score',
  'seasons',
  'public-names',
  'board-link',
  'retention',
  'zone',
  'week-start',
] as const
export type SettingName = (typeof settingNames)[number]

/** Other words that people try for a setting. */
const alsoCalled: Partial<Record<SettingName, readonly string[]>> = {
  attempts: ['tries', 'try'],
  'reveal-after': ['close', 'closes', 'deadline', 'duration', 'reveal'],
  difficulty: ['level'],
  'extra-rounds': ['ask', 'extra', 'extras'],
  mention: ['group', 'notify', 'ping', 'role'],
  'public-names': ['names'],
  retention: ['delete', 'months'],
  zone: ['timezone'],
  'week-start': ['week'],
}

/** Throws `setting-bad` with the names that may be meant. */
export function readSettingName(typed: string): SettingName {
  const word = typed.toLowerCase()
  const name = settingNames.find((one) => one === word)
  if (name) return name
  const called = settingNames.filter((one) => alsoCalled[one]?.includes(word))
  const near = called.length > 0 ? called : nearestNames(typed, settingNames)
  const meant =
    near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ` The settings are ${settingNames.join(', ')}.`
  throw new QuizError('setting-bad', { problem: `There’s no setting “${typed}”.${meant}` })
}

/** Throws `setting-bad` if it isn't a whole number in the range. */
export function readWholeNumber(typed: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  if (!(number >= least && number <= most)) {
    throw new QuizError('setting-bad', {
      problem: `“${typed}” doesn’t work here. Use a whole number from ${least} to ${most}.`,
    })
  }
  return number
}

const mostNamed = 20
const minutesOf: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60 }

/** Reads `24h`, `90 min`, `2 hours` or `1d` as minutes. Throws `setting-bad` if it isn't between 5 minutes and 7 days. */
export function readMinutes(typed: string): number {
  const [, amount, unit = ''] = /^\s*(\d{1,5})\s*(m|min|minutes?|h|hours?|d|days?)\s*$/i.exec(typed) ?? []
  const minutes = Number(amount) * (minutesOf[unit.charAt(0).toLowerCase()] ?? 1)
  if (!(minutes >= 5 && minutes <= 7 * 24 * 60)) {
    throw new QuizError('setting-bad', {
      problem: `“${typed}” doesn’t work here. Write it as 24h or 90min, from 5min to 168h.`,
    })
  }
  return minutes
}

/** `all` means every pack. Throws `setting-bad` with the most similar packs. */
export function readPacks(typed: string, own: readonly { id: number; name: string }[]): PackChoice[] {
  const known = ['built-in', ...own.map(({ name }) => name)]
  const named = typed.trim().toLowerCase() === 'all' ? known : words(typed.normalize('NFC'))
  if (named.length === 0) {
    throw new QuizError('setting-bad', { problem: `A channel needs at least one pack. There are ${known.join(', ')}.` })
  }
  return named.map((name) => {
    if (name === 'built-in') return name
    const pack = own.find((one) => one.name === name)
    if (pack) return pack.id
    const near = nearestNames(name, known)
    const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ` There are ${known.join(', ')}.`
    throw new QuizError('setting-bad', { problem: `There’s no pack “${name}”.${meant}` })
  })
}

/** `all` means no filter. Throws `setting-bad` with the most similar topics. */
export function readTopics(typed: string, known: readonly string[]): string[] {
  if (typed.trim().toLowerCase() === 'all') return []
  const topics = words(typed)
  for (const topic of topics) {
    if (known.includes(topic)) continue
    const near = nearestNames(topic, known)
    const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ` The topics are ${known.join(', ')}.`
    throw new QuizError('setting-bad', { problem: `There’s no topic “${topic}”.${meant} Write all for every topic.` })
  }
  return topics
}

/** `any` means no filter. Throws `setting-bad`. */
export function readDifficulty(typed: string): Difficulty | undefined {
  const word = typed.trim().toLowerCase()
  if (word === 'any') return undefined
  const difficulty = difficulties.find((one) => one === word)
  if (!difficulty) {
    throw new QuizError('setting-bad', { problem: `“${typed}” isn’t a difficulty. Use easy, medium, hard or any.` })
  }
  return difficulty
}

/** Throws `setting-bad`. */
export function readOrder(typed: string): QuestionOrder {
  const word = typed.trim().toLowerCase()
  const order = questionOrders.find((one) => one === word)
  if (order) return order
  throw new QuizError('setting-bad', { problem: `“${typed}” doesn’t work here. Use turns or memory.` })
}

export function readTeamScore(typed: string): TeamScore {
  const word = typed.trim().toLowerCase()
  if (word === 'sum' || word === 'best-three') return word
  throw new QuizError('setting-bad', { problem: `“${typed}” doesn’t work here. Use best-three or sum.` })
}

const seasonWords: Record<string, SeasonSetting> = {
  off: 'off',
  month: 'month',
  monthly: 'month',
  quarter: 'quarter',
  quarterly: 'quarter',
}

export function readSeasons(typed: string): SeasonSetting {
  const word = typed.trim().toLowerCase()
  const read = Object.hasOwn(seasonWords, word) ? seasonWords[word] : undefined
  if (read !== undefined) return read
  throw new QuizError('setting-bad', { problem: `“${typed}” doesn’t work here. Use month, quarter or off.` })
}

export function readOnOff(typed: string): boolean {
  const word = typed.trim().toLowerCase()
  if (word === 'on' || word === 'off') return word === 'on'
  throw new QuizError('setting-bad', { problem: `“${typed}” doesn’t work here. Use on or off.` })
}

/** Words separated by spaces or commas, in lower case. `none` or `off` gives an empty list. */
export function words(typed: string): string[] {
  const list = typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  return ['none', 'off'].includes(list.join()) ? [] : [...new Set(list)]
}

/**
 * Reads `add 24 Dec`, `remove 24 Dec` or `none`. Dates without a word are added, so that existing dates aren't lost by
 * accident. Returns the resulting dates. Throws `setting-bad` or the errors of `read`.
 */
export function readSkippedDates(
  typed: string,
  skipped: readonly string[],
  read: (text: string) => string[],
): string[] {
  if (words(typed).length === 0) return []
  const [, word, text = typed] = /^\s*(add|remove)(?:\s+(.*))?$/is.exec(typed) ?? []
  if (word !== undefined && text.trim().toLowerCase() === word.toLowerCase()) {
    throw new QuizError('setting-bad', {
      problem: `Add a date, for example \`/heroku-quiz settings skip ${word} 2026-12-24\`.`,
    })
  }
  const dates = read(text)
  if (word?.toLowerCase() !== 'remove') return atMost([...new Set([...skipped, ...dates])].toSorted())
  const unknown = dates.find((date) => !skipped.includes(date))
  if (unknown === undefined) return skipped.filter((date) => !dates.includes(date))
  const there =
    skipped.length === 0 ? 'No date is skipped here.' : `Skipped here: ${skipped.slice(0, mostNamed).join(', ')}.`
  throw new QuizError('setting-bad', { problem: `${unknown} isn’t skipped. ${there}` })
}

/** More dates would make every look at the schedule slower. */
const mostSkipped = 400

function atMost(dates: string[]): string[] {
  if (dates.length <= mostSkipped) return dates
  throw new QuizError('setting-bad', { problem: `At most ${mostSkipped} dates can be skipped. Remove old ones first.` })
}
