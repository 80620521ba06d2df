import { goalForm, goalSet } from '../../messages/habit/goal.ts'
import type { Reply } from '../../ports/chat-event.ts'
import type { Deps } from '../../services/deps.ts'
import { setGoal } from '../../services/habits/set-goal.ts'
import type { Asker } from '../../services/players/recognise-asker.ts'
import type { Press, Submit } from '../actions/action.ts'
import type { Command } from '../command.ts'

export const goalCommand: Command = {
  path: ['goal'],
  options: [
    {
      name: 'days',
      help: 'How many days a week, from 1 to 7, or off',
      required: false,
      kind: 'text',
      suggest: async () => ['1', '2', '3', '4', '5', '6', '7', 'off'],
    },
  ],
  help: 'How many days a week you want to answer. Only you see it.',
  who: 'all',
  async run(deps, asker, { days }) {
    return days === undefined ? openGoal(asker) : keepGoal(deps, asker, days)
  },
}

export const pressGoal: Press = async (_deps, asker) => openGoal(asker)

export const submitGoal: Submit = (deps, asker, _about, { days = '' }) => keepGoal(deps, asker, days)

function openGoal({ player }: Asker): Reply {
  return { kind: 'form', form: goalForm(player.goal) }
}

async function keepGoal(deps: Deps, asker: Asker, days: string): Promise<Reply> {
  return { kind: 'private', message: goalSet(await setGoal(deps, asker, days)) }
}
