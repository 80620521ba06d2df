import type { Schedule } from '../domain/calendar.ts'
import type { Block, Message } from '../ports/message.ts'
import { listed, sentence } from './rich.ts'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A schedule in words, with the next posts spelt out in the channel's zone. */
export function scheduleShown(shown: { schedule?: Schedule; next: readonly Date[]; paused?: string }): Message {
  const { schedule } = shown
  if (!schedule)
    return sentence('Nothing is scheduled here. Start with `/heroku-quiz schedule set 09:30 Europe/Berlin mon-fri`.')
  const line = `A question comes ${daysInWords(schedule.weekdays)} at ${schedule.time}, ${schedule.zone}.`
  const blocks: Block[] = [{ kind: 'text', text: [line] }]
  if (shown.paused !== undefined) {
    blocks.push({
      kind: 'text',
      text: [
        { bold: 'Paused.' },
        ' I could not post here. Let me write in this channel, then type ',
        { code: '/heroku-quiz schedule set' },
        ' with a time and a zone to go on.',
      ],
    })
  } else if (shown.next.length > 0) {
    blocks.push(
      { kind: 'text', text: ['The next ones:'] },
      { kind: 'list', items: shown.next.map((moment) => [inZone(moment, schedule.zone)]) },
    )
  } else {
    blocks.push({ kind: 'text', text: ['No day is left in it: every one is skipped.'] })
  }
  const skipped = schedule.skip
  if (skipped.length > 0) blocks.push({ kind: 'note', text: [`Skipped: ${listed(skipped)}`] })
  return { summary: line, blocks }
}

export function scheduleEnded(): Message {
  return sentence('No more questions come by themselves here. `/heroku-quiz ask` still works.')
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

function daysInWords(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return 'every day'
  if (weekdays.join() === '1,2,3,4,5') return 'Monday to Friday'
  return `on ${listed(weekdays.map((day) => dayNames[day - 1] ?? ''))}`
}
