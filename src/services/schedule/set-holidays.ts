import { type Holidays, localDay, type Schedule } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import { nearestNames } from '../../domain/nearest-names.ts'
import { readHolidayPlace } from '../../domain/typed/read-holiday-place.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { changeSchedule } from './set-schedule.ts'

/** How many days ahead holidays are stored. */
const daysAhead = 400
/** Holidays are looked up again after this many days, because laws change. */
const freshDays = 30

type HolidayDeps = Pick<Deps, 'store' | 'clock' | 'holidays'>

/**
 * Excludes the public holidays of a place from the schedule, or includes them again with `off`. Throws `setting-bad`.
 */
export async function setHolidays(deps: HolidayDeps, asker: Asker, typed: string): Promise<void> {
  const place = readHolidayPlace(typed)
  const zone = asker.channel?.schedule?.zone ?? asker.workspace.zone
  const found = place === undefined ? undefined : await lookUp(deps, place, localDay(deps.clock.now(), zone))
  await changeSchedule(deps, asker, ({ holidays: _, ...schedule }) =>
    found === undefined ? schedule : { ...schedule, holidays: found },
  )
}

/**
 * The schedule with the holidays of the coming year. Returns it unchanged if its holidays are recent, or if they can't
 * be looked up.
 */
export async function withFreshHolidays(
  deps: Pick<Deps, 'clock' | 'holidays' | 'log'>,
  schedule: Schedule,
): Promise<Schedule> {
  const { holidays, zone } = schedule
  const today = localDay(deps.clock.now(), zone)
  if (!holidays || holidays.asOf > plusDays(today, -freshDays)) return schedule
  try {
    return { ...schedule, holidays: await lookUp(deps, holidays.place, today) }
  } catch (error) {
    deps.log.warn({ err: error, place: holidays.place }, 'holidays could not be looked up')
    return schedule
  }
}

async function lookUp({ holidays }: Pick<Deps, 'holidays'>, place: string, today: string): Promise<Holidays> {
  const found = await holidays.publicHolidays(place, today, plusDays(today, daysAhead))
  if (found.kind === 'found') return { place, days: found.days, asOf: today }
  const [country = ''] = place.split('-')
  if (found.part === 'region')
    throw new QuizError('setting-bad', { problem: regionUnknown(place, country, found.known) })
  const near = nearestNames(country, found.known)
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
  throw new QuizError('setting-bad', {
    problem: `I don’t know the holidays of “${country}”.${meant} Write the two letters of a country, such as DE or US, or with a region, such as DE-BY.`,
  })
}

function regionUnknown(place: string, country: string, known: readonly string[]): string {
  if (known.length === 0) return `I know no regions of ${country}. Write ${country} alone.`
  return `I don’t know the region “${place}”. The regions of ${country} are ${known.join(', ')}: write ${country}-${known[0]}, for example.`
}

function plusDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 24 * 60 * 60_000).toISOString().slice(0, 10)
}
