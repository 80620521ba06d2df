import { nothingStored } from '../messages/outside.ts'
import { exportOffer, forgetQuestion } from '../messages/privacy.ts'
import type { Command } from './command.ts'

const nothingHere: Command['outside'] = async () => ({ kind: 'private', message: nothingStored() })

export const privacyCommands: readonly Command[] = [
  {
    path: ['privacy', 'export'],
    options: [],
    help: 'Everything I have stored about you.',
    who: 'all',
    async run(deps, asker) {
      return { kind: 'private', message: exportOffer(deps.links.playerExport(asker.player)) }
    },
    outside: nothingHere,
  },
  {
    path: ['privacy', 'forget'],
    options: [],
    help: 'Erase your name and what you wrote. I’ll ask before I do it.',
    who: 'all',
    async run() {
      return { kind: 'private', message: forgetQuestion() }
    },
    outside: nothingHere,
  },
]
