import { reminderEnded, reminderSet, zoneForm } from '../../messages/habit/reminder.ts'
import type { Reply } from '../../ports/chat-event.ts'
import type { Deps } from '../../services/deps.ts'
import { endReminder, setReminder } from '../../services/habits/set-reminder.ts'
import type { Asker } from '../../services/players/recognise-asker.ts'
import type { Command } from '../command.ts'

export const remindCommands: readonly Command[] = [
  {
    path: ['remind', 'on'],
    options: [{ name: 'time', help: 'The time of day, for example 16:00', required: false, kind: 'word' }],
    help: 'Remind me privately before a question I haven’t answered closes.',
    who: 'all',
    run: (deps, asker, { time }) => startReminding(deps, asker, { time }),
  },
  {
    path: ['remind', 'off'],
    options: [],
    help: 'No more reminders.',
    who: 'all',
    async run(deps, asker) {
      await endReminder(deps, asker)
      return { kind: 'private', message: reminderEnded() }
    },
  },
]

export async function startReminding(
  deps: Deps,
  asker: Asker,
  typed: { time?: string | undefined; zone?: string | undefined },
): Promise<Reply> {
  const set = await setReminder(deps, asker, typed)
  if ('kind' in set) return { kind: 'form', form: zoneForm(set.time, asker.workspace.zone) }
  return { kind: 'private', message: reminderSet(set) }
}
