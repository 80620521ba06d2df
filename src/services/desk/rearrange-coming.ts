import { localDay } from '../../domain/calendar.ts'
import { moved, pinsFor, pinsToPlace } from '../../domain/desk/rearrange.ts'
import { QuizError } from '../../domain/errors.ts'
import { readDate } from '../../domain/read-schedule.ts'
import { channelName } from '../../messages/closed-channel.ts'
import type { Rearrange } from '../../ports/desk/coming.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Channel } from '../../ports/store/channels.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { changeSetting } from '../schedule/change-setting.ts'
import { lookAhead } from '../schedule/look-ahead.ts'
import { changeSchedule } from '../schedule/set-schedule.ts'
import { noteChange } from './note-change.ts'
import { unlessChanged } from './unless-changed.ts'
import { picksShown } from './view-coming.ts'

type ChangeDeps = Pick<Deps, 'store' | 'bank' | 'clock' | 'holidays' | 'rights'>
type At = Asker & { channel: Channel }

/** A longer list of pins isn't useful. */
const mostPinned = 50

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
  const others = asker.channel.schedule?.skip.filter((one) => one !== day) ?? []
  const skip = kind === 'skip' ? [...others, day].toSorted() : others
  await changeSchedule(deps, asker, (schedule) => ({ ...schedule, skip }))
}

async function pin(deps: ChangeDeps, asker: At, how: Exclude<Rearrange, { date: string }>): Promise<void> {
  const pins = await pinsAfter(deps, asker, how)
  if (pins.length > mostPinned)
    throw new QuizError('setting-bad', { problem: `At most ${mostPinned} questions can be pinned.` })
  await changeSetting(deps, asker, 'pin', pins.length === 0 ? 'none' : pins.join(' '))
}

async function pinsAfter(deps: ChangeDeps, asker: At, how: Exclude<Rearrange, { date: string }>): Promise<string[]> {
  const { pinned } = asker.channel.settings
  if (how.kind === 'pin') return [how.question, ...pinned.filter((id) => id !== how.question)]
  if (how.kind === 'unpin') return pinned.filter((id) => id !== how.question)
  const { zone, picks } = await lookAhead(deps, asker, picksShown)
  const before = picks.map(({ question }) => question.id)
  if (how.kind === 'place') {
    const place = picks.findIndex(({ at }) => localDay(at, zone) === how.day)
    if (place < 0) throw new QuizError('setting-bad', { problem: 'Choose one of the days of the next ten questions.' })
    return pinsToPlace(before, how.question, place, pinned)
  }
  if (how.kind === 'swap') return pinsFor(before, await swapped(deps, asker, picks, how.at), pinned)
  return pinsFor(before, moved(before, how.at, how.kind === 'up' ? -1 : 1), pinned)
}

/**
 * Replaces one question of the list with another one on the same topic that was never asked there, or was asked longest
 * ago.
 */
async function swapped(
  deps: ChangeDeps,
  { channel }: At,
  picks: Awaited<ReturnType<typeof lookAhead>>['picks'],
  at: number,
): Promise<string[]> {
  const ids = picks.map(({ question }) => question.id)
  const old = picks[at]?.question
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
