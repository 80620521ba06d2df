import { scheduleEnded, scheduleShown } from '../messages/schedule.ts'
import { endSchedule, setSchedule, showSchedule } from '../services/set-schedule.ts'
import type { Command } from './command.ts'

export const scheduleCommands: readonly Command[] = [
  {
    path: ['schedule', 'show'],
    options: [],
    help: 'When questions come here.',
    who: 'admin',
    async run(deps, asker) {
      return { kind: 'private', message: scheduleShown(showSchedule(deps, asker)) }
    },
  },
  {
    path: ['schedule', 'set'],
    options: [
      { name: 'time', help: 'Such as 09:30', required: true, kind: 'word' },
      { name: 'zone', help: 'Such as Europe/Berlin', required: true, kind: 'word' },
      { name: 'days', help: 'Such as mon-fri or mon,wed,fri', required: false, kind: 'text' },
    ],
    help: 'When a question comes here by itself.',
    who: 'admin',
    async run(deps, asker, { time = '', zone = '', days }) {
      const shown = await setSchedule(deps, asker, { time, zone, ...(days === undefined ? {} : { days }) })
      return { kind: 'private', message: scheduleShown(shown) }
    },
  },
  {
    path: ['schedule', 'off'],
    options: [],
    help: 'No more questions by themselves.',
    who: 'admin',
    async run(deps, asker) {
      await endSchedule(deps, asker)
      return { kind: 'private', message: scheduleEnded() }
    },
  },
]
