import { weeklyEnded, weeklySet } from '../messages/weekly.ts'
import { endWeekly, setWeekly } from '../services/boards/set-weekly.ts'
import type { Command } from './command.ts'
import { timeWords, weekdayWords } from './words/time-words.ts'

export const weeklyCommands: readonly Command[] = [
  {
    path: ['weekly', 'set'],
    options: [
      { name: 'day', help: 'For example monday', required: true, kind: 'word', suggest: weekdayWords },
      { name: 'time', help: 'For example 09:00', required: true, kind: 'word', suggest: timeWords },
    ],
    help: 'Post the weekly leaderboard here.',
    who: 'admin',
    async run(deps, asker, { day = '', time = '' }) {
      const { workspace, next, moved } = await setWeekly(deps, asker, { day, time })
      return { kind: 'private', message: weeklySet(workspace.zone, next, moved) }
    },
  },
  {
    path: ['weekly', 'off'],
    options: [],
    help: 'Turn the weekly leaderboard off.',
    who: 'admin',
    async run(deps, asker) {
      await endWeekly(deps, asker)
      return { kind: 'private', message: weeklyEnded() }
    },
  },
]
