import { exportOffer, forgetQuestion } from '../messages/privacy.ts'
import type { Command } from './command.ts'

export const privacyCommands: readonly Command[] = [
  {
    path: ['privacy', 'export'],
    options: [],
    help: 'Everything I have stored about you.',
    who: 'all',
    async run(deps, asker) {
      return { kind: 'private', message: exportOffer(deps.links.playerExport(asker.player)) }
    },
  },
  {
    path: ['privacy', 'forget'],
    options: [],
    help: 'Erase your name and what you wrote. I’ll ask before I do it.',
    who: 'all',
    async run() {
      return { kind: 'private', message: forgetQuestion() }
    },
  },
]
