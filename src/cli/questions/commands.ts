import { type Command, Option } from 'commander'

/** Defines the `quiz questions` commands. Each command loads only the code that it needs. */
export function questionCommands(program: Command): void {
  const questions = program.command('questions').description('The question bank')
  checking(questions)
  exchanging(questions)
  improving(questions)
}

function checking(questions: Command): void {
  questions
    .command('check')
    .description('Check the whole bank: format, sources, every labeled example')
    .option('--only <id>', 'one question, with every warning')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./questions-check.ts')).questionsCheck(options))
  questions
    .command('trial')
    .description('Grade labeled answers and print how often the rubrics agree with the labels')
    .argument('<file.jsonl>', 'one {"question", "answer", "label"} per line; - for standard input')
    .option('--question <id>', 'answers to one question only')
    .option('--topic <topic>', 'answers on one topic only')
    .option('--json', 'print JSON')
    .action(async (file, options) => (await import('./questions-trial.ts')).questionsTrial(file, options))
}

function exchanging(questions: Command): void {
  questions
    .command('list')
    .description('List the questions')
    .option('--topic <topic>', 'of one topic only')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./questions-list.ts')).questionsList(options))
  questions
    .command('export')
    .description(
      'Print the whole bank, a pack of a workspace, or the questions that a workspace taught the grader about',
    )
    .addOption(
      new Option('--format <format>', 'a spreadsheet, or question files with the rubrics')
        .choices(['csv', 'yaml'])
        .default('csv'),
    )
    .option(
      '--workspace <ref>',
      'the workspace, such as slack:T1; prints a pack with --pack, and otherwise its additions to the bank',
    )
    .option('--pack <name>', 'the name of the pack')
    .action(async (options) => (await import('./questions-export.ts')).questionsExport(options))
  questions
    .command('import')
    .description('Import questions of another program as drafts')
    .argument('<file>')
    .addOption(new Option('--format <format>', 'what wrote it').choices(['csv', 'gift', 'moodle', 'anki', 'aiken']))
    .option('--language <language>', 'the language of the questions; related words exist only for English', 'en')
    .requiredOption('--out <folder>', 'a new folder for the drafts')
    .action(async (file, options) => (await import('../packs/import-questions.ts')).questionsImport(file, options))
  questions
    .command('show')
    .description('Show one question')
    .argument('<id>')
    .option('--json', 'print JSON')
    .action(async (id, options) => (await import('./questions-list.ts')).questionsShow(id, options))
}

function improving(questions: Command): void {
  questions
    .command('stats')
    .description('Show how well each question works: share correct, discrimination, most missed points')
    .option('--json', 'print JSON')
    .action(async (options) => (await import('./questions-stats.ts')).questionsStats(options))
  questions
    .command('disputes')
    .description('Export disputes for the bank')
    .command('export')
    .description('Print accepted disputes as labeled examples, and workspaces’ additions to rubrics, as YAML')
    .action(async () => (await import('./disputes-export.ts')).disputesExport())
  questions
    .command('new')
    .description('Start a question')
    .argument('<id>', 'kebab-case')
    .requiredOption('--topic <topic>', 'the topic whose file gets the question')
    .action(async (id, options) => (await import('./questions-new.ts')).questionsNew(id, options))
  questions
    .command('schema')
    .description('Print the JSON Schema of question files')
    .action(async () => (await import('./questions-schema.ts')).questionsSchema())
}
