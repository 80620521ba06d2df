import type { Schedule } from '../domain/calendar.ts'
import { shortId } from '../domain/packs/own-questions.ts'
import type { Block, Message, Rich } from '../ports/message.ts'
import { cannotPostYet, channelName, type PostingTrouble, pausedWords } from './closed-channel.ts'
import { dateInWords, datesWithWeekday } from './habit/pause.ts'
import { counted, listed, prose, sentence } from './rich.ts'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const zoneMissing = 'The time zone is missing, for example Europe/Berlin.'

/** A schedule in words, with the next posts in the channel's zone. */
export function scheduleShown(shown: {
  schedule?: Schedule
  next: readonly Date[]
  paused?: string
  weekly?: { next: Date; zone: string }
  obstacle?: { channelId: number; trouble: PostingTrouble }
  zoneOfDays?: string
  zoneStays?: string
  weekStart?: number
}): Message {
  const { schedule } = shown
  if (!schedule) return sentence('No daily question is scheduled here. Start one with `/heroku-quiz schedule`.')
  const line = `I’ll ask a question ${daysInWords(schedule.weekdays)} at ${schedule.time}, ${schedule.zone}.`
  const blocks: Block[] = [{ kind: 'text', text: [line] }]
  if (shown.paused !== undefined) {
    blocks.push({
      kind: 'text',
      text: [{ bold: 'Paused.' }, ...prose(pausedWords(shown.paused)), { code: '/heroku-quiz schedule resume' }, '.'],
    })
  } else if (shown.next.length > 0) {
    blocks.push(
      { kind: 'text', text: ['Next:'] },
      { kind: 'list', items: shown.next.map((moment) => [inZone(moment, schedule.zone)]) },
    )
  } else {
    blocks.push({ kind: 'text', text: ['Every day in this schedule is skipped, so nothing will be posted.'] })
  }
  if (shown.obstacle) blocks.push(...cannotPostYet(shown.obstacle).blocks)
  const skipped = schedule.skip
  if (skipped.length > 0) blocks.push({ kind: 'note', text: [`Skipped: ${listed(datesWithWeekday(skipped))}`] })
  const { holidays } = schedule
  if (holidays) blocks.push({ kind: 'note', text: [`No question on public holidays (${holidays.place}).`] })
  blocks.push(...forTheWorkspace(shown))
  return { summary: line, blocks }
}

/** The values that a first schedule sets for the whole workspace, each with the command that changes it. */
function forTheWorkspace({
  weekly,
  zoneOfDays,
  zoneStays,
  weekStart,
}: Pick<Parameters<typeof scheduleShown>[0], 'weekly' | 'zoneOfDays' | 'zoneStays' | 'weekStart'>): Block[] {
  const said: [text: string, command: string][] = []
  if (weekly) {
    const when = inZone(weekly.next, weekly.zone)
    said.push([`The weekly leaderboard will be posted too, starting on ${when}.`, 'weekly'])
  }
  if (zoneOfDays !== undefined) {
    said.push([`Days and weeks now follow ${zoneOfDays} time in the whole workspace, too.`, 'settings zone'])
  }
  if (zoneStays !== undefined) {
    said.push([`The workspace’s days, weeks and weekly board still follow ${zoneStays} time.`, 'settings zone'])
  }
  if (weekStart !== undefined) {
    said.push([`Boards begin a new week on ${dayName(weekStart)}.`, 'settings week-start'])
  }
  return said.map(([text, command]) => ({
    kind: 'note',
    text: [`${text} Change that with `, { code: `/heroku-quiz ${command}` }, '.'],
  }))
}

/** The upcoming questions, for admins. */
export function picksShown(
  picks: readonly { id: string; about: string; at: Date }[],
  zone: string,
  holidays: readonly Holiday[],
): Message {
  if (picks.length === 0) return sentence('No question fits the settings here. Try `/heroku-quiz settings topics all`.')
  return {
    summary: `${counted(picks.length, 'question comes', 'questions come')} next`,
    blocks: [
      { kind: 'heading', text: 'Upcoming questions' },
      {
        kind: 'list',
        items: picks.map(({ id, about, at }): Rich => [`${inZone(at, zone)}: `, { code: shortId(id) }, ` (${about})`]),
      },
      ...holidayNote(holidays),
      ...(picks.length < fewestForAWeek ? [] : fewFit(new Set(picks.map(({ id }) => id)).size)),
      {
        kind: 'note',
        text: [
          'Put a question first with ',
          { code: '/heroku-quiz settings pin ID ID' },
          '. Extra rounds may change the order.',
        ],
      },
    ],
  }
}

type Holiday = { day: string; name: string }

function holidayNote(holidays: readonly Holiday[]): Block[] {
  if (holidays.length === 0) return []
  const days = holidays.map(({ day, name }) => `${dateInWords(day)} (${name})`)
  return [{ kind: 'note', text: [`No question on ${listed(days)}.`] }]
}

/** A working week. With fewer questions, the same one comes twice in a week. */
const fewestForAWeek = 5

/** A note if so few questions fit a channel's settings that they repeat within a week. */
export function fewFit(fitting: number): Block[] {
  if (fitting >= fewestForAWeek) return []
  const text =
    fitting === 0
      ? 'No question fits these settings, so none will be asked.'
      : `Only ${counted(fitting, 'question fits', 'questions fit')} these settings, so you’ll soon see the same ${fitting === 1 ? 'one' : 'ones'} again.`
  return [{ kind: 'note', text: [text] }]
}

/** For the admin who set a schedule, when questions will soon be repeated. */
export function fewLeft(channel: { name: string }, left: number): Message {
  const none = `Every question that fits ${channelName(channel)} has been asked there. From now on they repeat, oldest first.`
  const few = `Only ${counted(left, 'question is', 'questions are')} left that ${channelName(channel)} hasn’t been asked yet. After those they repeat, oldest first.`
  const line = left === 0 ? none : few
  return {
    summary: line,
    blocks: [
      {
        kind: 'text',
        text: [`${line} To add topics, type `, { code: '/heroku-quiz settings topics all' }, ' in that channel.'],
      },
    ],
  }
}

export function scheduleEnded(): Message {
  return sentence('The daily question is off in this channel. `/heroku-quiz ask` still works.')
}

/** `Monday, 16 November 2026, 09:30 (GMT+1)`. */
export function inZone(moment: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(moment)
}

/** Weekdays in the format of commands: `mon-fri`, `daily` or `mon,wed`. */
export function daysTyped(weekdays: readonly number[]): string {
  const usual: Record<string, string> = {
    '1,2,3,4,5': 'mon-fri',
    '1,2,3,4,5,6': 'mon-sat',
    '1,2,3,4,7': 'sun-thu',
    '1,2,3,4,5,6,7': 'daily',
  }
  return usual[weekdays.join()] ?? weekdays.map((day) => dayNames[day - 1]?.slice(0, 3).toLowerCase()).join()
}

/** `Monday` for 1. */
export function dayName(weekday: number): string {
  return dayNames[weekday - 1] ?? ''
}

export function daysInWords(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return 'every day'
  if (weekdays.join() === '1,2,3,4,5') return 'Monday to Friday'
  return `on ${listed(weekdays.map((day) => dayNames[day - 1] ?? ''))}`
}
