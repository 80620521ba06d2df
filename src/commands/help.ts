import { type HelpLine, help } from '../messages/help.ts'
import { outsideHelp } from '../messages/outside.ts'
import { type Command, usageOf } from './command.ts'

/** The commands that help explains. The others are only listed, so that help fits on a phone. */
const everyday: ReadonlySet<string> = new Set([
  ...['ask', 'answer', 'leaderboard', 'me', 'team join', 'practice', 'remind on'],
  ...['schedule', 'settings', 'disputes', 'desk'],
])

export function helpLine(command: Command): HelpLine {
  return {
    words: usageOf(command),
    help: command.help,
    admin: command.who === 'admin',
    everyday: everyday.has(command.path.join(' ')),
  }
}

export function helpCommand(others: readonly Command[]): Command {
  return {
    path: ['help'],
    options: [],
    help: 'Show this list.',
    who: 'all',
    async run(_deps, asker) {
      return { kind: 'private', message: help(others.map(helpLine), await asker.origin.player.isAdmin()) }
    },
    async outside() {
      return { kind: 'private', message: outsideHelp(others.filter(({ outside }) => outside).map(helpLine)) }
    },
  }
}
