import { answerCommand } from './answer.ts'
import { askCommand } from './ask.ts'
import type { Command } from './command.ts'
import { deskCommand } from './desk.ts'
import { disputesCommand } from './disputes.ts'
import { goalCommand } from './habits/goal.ts'
import { pauseCommand } from './habits/pause.ts'
import { remindCommands } from './habits/remind.ts'
import { helpCommand } from './help.ts'
import { hintCommand } from './hint.ts'
import { leaderboardCommand } from './leaderboard.ts'
import { meCommand } from './me.ts'
import { importCommand } from './packs/import.ts'
import { suggestCommand } from './packs/suggest.ts'
import { archiveCommand } from './past/archive.ts'
import { practiceCommand } from './practice.ts'
import { privacyCommands } from './privacy.ts'
import { scheduleCommands } from './schedule.ts'
import { settingsCommand } from './settings.ts'
import { shareCommand } from './share.ts'
import { teamCommands } from './team.ts'
import { topicsCommand } from './topics.ts'
import { weeklyCommands } from './weekly.ts'

const commands: readonly Command[] = [
  askCommand,
  answerCommand,
  hintCommand,
  leaderboardCommand,
  meCommand,
  shareCommand,
  ...remindCommands,
  pauseCommand,
  goalCommand,
  ...teamCommands,
  topicsCommand,
  practiceCommand,
  archiveCommand,
  suggestCommand,
  ...privacyCommands,
  ...scheduleCommands,
  ...weeklyCommands,
  settingsCommand,
  disputesCommand,
  importCommand,
  deskCommand,
]

/** `help` is created from the other commands. */
export const allCommands: readonly Command[] = [...commands, helpCommand(commands)]
