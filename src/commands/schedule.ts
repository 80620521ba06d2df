import { QuizError } from '../domain/errors.ts'
import { readTime, sortScheduleWords } from '../domain/typed/read-schedule.ts'
import { picksShown, scheduleEnded, scheduleShown, zoneMissing } from '../messages/schedule.ts'
import { withUndo } from '../messages/undo.ts'
import { lookAhead } from '../services/schedule/look-ahead.ts'
import { resumeSchedule, showSchedule } from '../services/schedule/set-schedule.ts'
import { setUp } from '../services/schedule/set-up.ts'
import { endScheduleWithUndo } from '../services/undo/with-undo.ts'
import { openSetUp } from './actions/set-up.ts'
import type { Command } from './command.ts'
import { dayWords, timeWords, zoneWords } from './words/time-words.ts'

export const scheduleCommands: readonly Command[] = [
  {
    path: ['schedule'],
    options: [],
    help: 'Set the daily question in a form.',
    who: 'admin',
    run: (deps, asker) => openSetUp(deps, asker),
  },
  {
    path: ['schedule', 'show'],
    options: [],
    help: 'When I ask questions here.',
    who: 'admin',
    async run(deps, asker) {
      return { kind: 'private', message: scheduleShown(await showSchedule(deps, asker)) }
    },
  },
  {
    path: ['schedule', 'set'],
    options: [
      { name: 'time', help: 'For example 09:30', required: false, kind: 'word', suggest: timeWords },
      { name: 'zone', help: 'For example Europe/Berlin', required: false, kind: 'word', suggest: zoneWords },
      { name: 'days', help: 'For example mon-fri or mon,wed,fri', required: false, kind: 'text', suggest: dayWords },
    ],
    help: 'Ask a question here on a schedule. Without options, a form opens.',
    who: 'admin',
    async run(deps, asker, typed) {
      const { days, ...given } = sortScheduleWords(Object.values(typed).join(' '))
      const isEmpty = days === undefined && Object.keys(given).length === 0
      // What isn't typed stays as it is.
      const { time, zone } = { ...(asker.channel?.schedule ?? asker.channel?.endedSchedule), ...given }
      if (isEmpty || time === undefined) return openSetUp(deps, asker)
      // A wrong time is reported before a missing zone.
      readTime(time)
      if (zone === undefined) throw new QuizError('schedule-bad', { problem: zoneMissing })
      const shown = await setUp(deps, asker, { time, zone, ...(days === undefined ? {} : { days }) })
      return { kind: 'private', message: scheduleShown(shown) }
    },
  },
  {
    path: ['schedule', 'next'],
    options: [],
    help: 'The next five questions, in order.',
    who: 'admin',
    async run(deps, asker) {
      const { zone, picks, holidays } = await lookAhead(deps, asker)
      const shown = picks.map(({ question: { id, topic, difficulty }, at }) => ({
        id,
        about: `${topic}, ${difficulty}`,
        at,
      }))
      return { kind: 'private', message: picksShown(shown, zone, holidays) }
    },
  },
  {
    path: ['schedule', 'resume'],
    options: [],
    help: 'Resume after a pause.',
    who: 'admin',
    async run(deps, asker) {
      return { kind: 'private', message: scheduleShown(await resumeSchedule(deps, asker)) }
    },
  },
  {
    path: ['schedule', 'off'],
    options: [],
    help: 'Turn the daily question off.',
    who: 'admin',
    async run(deps, asker) {
      const { undo } = await endScheduleWithUndo(deps, asker)
      return { kind: 'private', message: withUndo(scheduleEnded(), undo) }
    },
  },
]
