import { paused, pauseOver } from '../../messages/habit/pause.ts'
import { endPause, setPause } from '../../services/habits/set-pause.ts'
import type { Command } from '../command.ts'

export const pauseCommand: Command = {
  path: ['pause'],
  options: [{ name: 'date', help: 'The last day, for example 24 Dec, or off', required: true, kind: 'text' }],
  help: 'Take a break until a date: no reminders, and your streak is safe. Questions still come.',
  who: 'all',
  async run(deps, asker, { date = '' }) {
    if (date.toLowerCase() === 'off') return { kind: 'private', message: pauseOver(await endPause(deps, asker)) }
    return { kind: 'private', message: paused(await setPause(deps, asker, date)) }
  },
}
