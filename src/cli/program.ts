import { createRequire } from 'node:module'
import { Command, CommanderError, Option } from 'commander'
import { chatCommands } from './chat-commands.ts'
import { packCommands } from './packs/commands.ts'
import { questionCommands } from './questions/commands.ts'
import { UsageError } from './usage-error.ts'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/**
 * Runs an operator's command, given as the words after `quiz`, and sets the exit code of the process. Never rejects.
 * Errors are printed on standard error.
 */
export async function runQuiz(words: readonly string[]): Promise<void> {
  try {
    await quizProgram().parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = error instanceof UsageError ? 2 : 1
    }
  }
}

/** Each command loads only the code that it needs, so that `grade` starts without a database. */
function quizProgram(): Command {
  const program = new Command('quiz')
    .description('One-off commands of heroku-quiz. On Heroku: heroku run quiz COMMAND')
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) })
    .showHelpAfterError('(quiz --help lists the commands)')
  gradeCommands(program)
  questionCommands(program)
  roundCommands(program)
  workspaceCommands(program)
  packCommands(program)
  chatCommands(program)
  installationCommands(program)
  return program
}

function gradeCommands(program: Command): void {
  program
    .command('grade')
    .description('Grade one answer to a question of the bank, or many answers with any rubric file')
    .option('--question <id>', 'a question of the bank')
    .option('--answer <text>', 'the text to grade')
    .option('--rubric <file.yaml>', 'a rubric file; needs --answers')
    .option('--answers <file.jsonl>', 'one {"id", "answer"} per line; - for standard input')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./grade.ts')).grade(options))

  const rubric = program.command('rubric').description('Rubrics for authors')
  rubric
    .command('draft')
    .description('Draft a rubric from model answers, as YAML')
    .requiredOption('--question <text>', 'what is asked')
    .requiredOption('--reference <text>', 'a model answer; may be given several times', collect, [])
    .action(async (options) => (await import('./rubric-draft.ts')).rubricDraft(options))
}

function roundCommands(program: Command): void {
  program
    .command('regrade')
    .description('Grade stored answers again with the newest rubric')
    .requiredOption('--question <id>', 'a question of the bank')
    .option('--dry-run', 'show the changes without saving them')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./regrade.ts')).regradeCommand(options))

  program
    .command('post')
    .description('Post a question or a weekly board now')
    .argument('<what>', 'question or weekly')
    .requiredOption('--channel <ref>', 'such as slack:T1:C2')
    .action(async (what, options) => (await import('./post.ts')).post(what, options))

  program
    .command('leaderboard')
    .description('Standings of a workspace')
    .requiredOption('--workspace <ref>', 'such as slack:T1')
    .addOption(
      new Option('--window <window>', 'which days count').choices(['week', 'season', 'month', 'all']).default('week'),
    )
    .addOption(new Option('--by <by>', 'who is ranked').choices(['teams', 'players']).default('teams'))
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./leaderboard.ts')).leaderboard(options))
}

function workspaceCommands(program: Command): void {
  const boards = program.command('boards').description('Compare the standings with the ledger')
  boards
    .command('check')
    .description('Say where standings differ from the ledger')
    .option('--workspace <ref>', 'one workspace, such as slack:T1 (default: all)')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./boards.ts')).boardsCheck(options))
  boards
    .command('rebuild')
    .description('Rebuild the standings from the ledger')
    .option('--workspace <ref>', 'one workspace, such as slack:T1 (default: all)')
    .action(async (options) => (await import('./boards.ts')).boardsRebuild(options))
  const workspace = program.command('workspace').description('Stored workspaces')
  workspace
    .command('list')
    .description('List workspaces and their channels, with the references that other commands accept')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./workspace.ts')).workspaceList(options))
  workspace
    .command('remove')
    .description('Remove everything that is stored about a workspace')
    .argument('<ref>', 'such as slack:T1')
    .option('--yes', 'remove it (otherwise only print what would be removed)')
    .action(async (ref, options) => (await import('./workspace.ts')).workspaceRemove(ref, options))
  program
    .command('prune')
    .description(
      'Erase data that is older than RETENTION_MONTHS and the settings of workspaces allow, as the worker does every day',
    )
    .option('--dry-run', 'only print what would be erased')
    .action(async (options) => (await import('./prune.ts')).pruneCommand(options))
}

function installationCommands(program: Command): void {
  program
    .command('migrate')
    .description('Run the release phase: migrations, question bank, queue')
    .action(async () => (await import('./migrate.ts')).migrate())

  program
    .command('doctor')
    .description('Check every setting and outside service, and print how to fix each problem')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./doctor.ts')).doctor(options))
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
