import { moved, pinsFor, placed } from '../../domain/desk/rearrange.ts'
import { QuizError } from '../../domain/errors.ts'
import type { QuestionSummary } from '../../domain/pick-question.ts'
import { readDate } from '../../domain/typed/read-schedule.ts'
import { channelName } from '../../messages/closed-channel.ts'
import type { Rearrange } from '../../ports/desk/coming.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Channel } from '../../ports/store/channels.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { changeSetting } from '../schedule/change-setting.ts'
import { planAhead } from '../schedule/look-ahead.ts'
import { keptAhead, skipDays } from '../schedule/skip-days.ts'
import { noteChange } from './note-change.ts'
import { unlessChanged } from './unless-changed.ts'

type ChangeDeps = Pick<Deps, 'store' | 'bank' | 'clock' | 'holidays' | 'rights'>
type At = Asker & { channel: Channel }

/** Changes the order of upcoming questions. Throws `changed-meanwhile` if the list isn't the one that the admin saw. */
export async function rearrangeComing(
  deps: ChangeDeps,
  visit: Visit,
  from: { channelId: number; seen: string },
  how: Rearrange,
): Promise<void> {
  await unlessChanged(deps, visit, from, async (within, asker) => {
    if ('date' in how) await skip(within, asker, how)
    else await pin(within, asker, how)
    await noteChange(within, visit, 'rearranged', {
      how: how.kind,
      channel: channelName(asker.channel),
      what: 'date' in how ? how.date : 'question' in how ? how.question : String(how.at + 1),
      ...('day' in how ? { day: how.day } : {}),
    })
  })
}

async function skip(deps: ChangeDeps, asker: At, { kind, date }: Extract<Rearrange, { date: string }>): Promise<void> {
  const day = readDate(date)
  await skipDays(deps, asker, (skip) => {
    const others = skip.filter((one) => one !== day)
    return kind === 'skip' ? [...others, day].toSorted() : others
  })
}

async function pin(deps: ChangeDeps, asker: At, how: Exclude<Rearrange, { date: string }>): Promise<void> {
  const pins = await pinsAfter(deps, asker, how)
  await changeSetting(deps, asker, 'pin', pins.length === 0 ? 'none' : pins.join(' '))
}

async function pinsAfter(deps: ChangeDeps, asker: At, how: Exclude<Rearrange, { date: string }>): Promise<string[]> {
  const { settings, schedule } = asker.channel
  const { pinned } = settings
  if (how.kind === 'unpin') return pinned.filter((id) => id !== how.question)
  if (!schedule) throw new QuizError('schedule-none')
  const { daysOf, picksOn } = await planAhead(deps, asker.channel)
  const days = daysOf(schedule, keptAhead)
  const before = picksOn(days, pinned)
  const { wanted, least, removed } = await changed(deps, asker, how, { before, days })
  return pinsFor(wanted, { pinned, least, removed }, (pins) => picksOn(days, pins).map(({ id }) => id))
}

/** The list that the admin wants. Its first `least` questions have to be pinned. */
async function changed(
  deps: ChangeDeps,
  asker: At,
  how: Exclude<Rearrange, { date: string } | { kind: 'unpin' }>,
  { before, days }: { before: readonly QuestionSummary[]; days: readonly { localDate: string }[] },
): Promise<{ wanted: string[]; least: number; removed: string[] }> {
  const ids = before.map(({ id }) => id)
  switch (how.kind) {
    case 'pin':
      return { wanted: placed(ids, how.question, 0), least: 1, removed: [] }
    case 'place': {
      const place = days.findIndex(({ localDate }) => localDate === how.day)
      if (place < 0 || place >= ids.length)
        throw new QuizError('setting-bad', { problem: 'Choose one of the days of the next ten questions.' })
      return { wanted: placed(ids, how.question, place), least: place + 1, removed: [] }
    }
    case 'swap': {
      const wanted = await swapped(deps, asker, before, how.at)
      return { wanted, least: how.at + 1, removed: ids.filter((id) => !wanted.includes(id)) }
    }
    default: {
      const wanted = moved(ids, how.at, how.kind === 'up' ? -1 : 1)
      return { wanted, least: wanted.findLastIndex((id, place) => id !== ids[place]) + 1, removed: [] }
    }
  }
}

/**
 * Replaces one question of the list with another one on the same topic that was never asked there, or was asked longest
 * ago.
 */
async function swapped(
  deps: ChangeDeps,
  { channel }: At,
  picks: readonly QuestionSummary[],
  at: number,
): Promise<string[]> {
  const ids = picks.map(({ id }) => id)
  const old = picks[at]
  if (!old) throw new QuizError('nothing-found')
  const [bank, history] = await Promise.all([
    deps.bank.current(choiceOf(channel)),
    deps.store.rounds.history(channel.id),
  ])
  const asked = new Map(history.map(({ questionId, askedAt }) => [questionId, askedAt.getTime()]))
  const [other] = bank
    .filter(({ id, topic }) => topic === old.topic && !ids.includes(id))
    .toSorted((a, b) => (asked.get(a.id) ?? 0) - (asked.get(b.id) ?? 0) || after(old.id, a.id, b.id))
  if (!other) throw new QuizError('setting-bad', { problem: `There’s no other question on ${old.topic}.` })
  return ids.map((id, place) => (place === at ? other.id : id))
}

/** Sorts by id, starting after the current question, so that repeated swaps offer different questions. */
function after(old: string, a: string, b: string): number {
  const [early, late] = [a.localeCompare(old) > 0 ? 0 : 1, b.localeCompare(old) > 0 ? 0 : 1]
  return early - late || a.localeCompare(b)
}
