import { aboutMe } from '../messages/player.ts'
import { showMe } from '../services/players/show-me.ts'
import type { Command } from './command.ts'

export const meCommand: Command = {
  path: ['me'],
  options: [],
  help: 'Your points, your team and your streak.',
  who: 'all',
  async run(deps, asker) {
    const { team, week, all, paused, streak, pause, reminder } = await showMe(deps, asker)
    const message = aboutMe({
      name: asker.player.name,
      streak,
      ...(pause ? { pause } : {}),
      ...(reminder ? { reminder } : {}),
      paused,
      ...(team ? { team: team.name } : {}),
      ...(week ? { week } : {}),
      ...(all ? { all } : {}),
    })
    return { kind: 'private', message }
  },
}
