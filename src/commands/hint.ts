import { hintFor, hintHelp } from '../messages/notes.ts'
import { takeHint } from '../services/rounds/take-hint.ts'
import type { Command } from './command.ts'

export const hintCommand: Command = {
  path: ['hint'],
  options: [],
  help: hintHelp,
  who: 'all',
  async run(deps, asker) {
    const { hint, cost } = await takeHint(deps, asker)
    return { kind: 'private', message: hintFor(hint, cost) }
  },
}
