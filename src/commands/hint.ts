import { hintFor } from '../messages/notes.ts'
import { takeHint } from '../services/rounds/take-hint.ts'
import type { Command } from './command.ts'

export const hintCommand: Command = {
  path: ['hint'],
  options: [],
  help: 'A hint for the open question. Your next answer then earns three quarters.',
  who: 'all',
  async run(deps, asker) {
    const { hint, first } = await takeHint(deps, asker)
    return { kind: 'private', message: hintFor(hint, first ? 'paid' : 'free') }
  },
}
