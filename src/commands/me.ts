import { aboutMe } from '../messages/player.ts'
import { showMe } from '../services/players/show-me.ts'
import type { Command } from './command.ts'

export const meCommand: Command = {
  path: ['me'],
  options: [],
  help: 'Your points, your team and your streak.',
  who: 'all',
  async run(deps, asker) {
    const { team, ...me } = await showMe(deps, asker)
    const message = aboutMe({ ...me, name: asker.player.name, ...(team ? { team: team.name } : {}) })
    return { kind: 'private', message }
  },
}
