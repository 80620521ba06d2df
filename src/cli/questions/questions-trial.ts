import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { readLabelledAnswers } from '../../adapters/question-files/index.ts'
import { runTrial, type Trial, type TriedAnswer } from '../../domain/trial/run-trial.ts'
import { findInFiles, openBankFiles } from '../open-bank-files.ts'
import { print, printJson, printTable } from '../print.ts'
import { UsageError, unreadable } from '../usage-error.ts'

type TrialOptions = { question?: string; topic?: string; json?: boolean }

const worstShown = 10
const problemsShown = 20
const verdicts = ['correct', 'partial', 'incorrect'] as const

/**
 * Prints how well the rubrics agree with labeled answers. The exit status is 0 even if the agreement is low. Invalid
 * lines are listed and skipped, and the exit status is then not 0, because the figure doesn't cover the whole file.
 */
export async function questionsTrial(file: string, options: TrialOptions): Promise<void> {
  if (options.question !== undefined) await findInFiles(options.question)
  const bank = await openBankFiles()
  const topicOf = new Map(bank.map(({ id, question }) => [id, question.topic]))
  const { answers, problems } = readLabelledAnswers(file, await readInput(file), new Set(topicOf.keys()))
  if (options.topic !== undefined && !new Set(topicOf.values()).has(options.topic))
    throw new UsageError(`There is no topic ${options.topic}. quiz questions list shows the topics.`)
  const chosen = answers.filter(
    ({ question }) =>
      (options.question === undefined || question === options.question) &&
      (options.topic === undefined || topicOf.get(question) === options.topic),
  )
  if (problems.length > 0) {
    process.stderr.write(`${describeProblems(problems)}\n`)
    process.exitCode = 2
  }
  if (chosen.length === 0) throw new UsageError(`${file} has no answers${narrowed(options)}.`)
  const trial = runTrial(bank, chosen)
  if (options.json) return printJson(trial)
  report(trial)
}

function narrowed({ question, topic }: TrialOptions): string {
  const to = [question && `to ${question}`, topic && `on ${topic}`].filter(Boolean)
  return to.length === 0 ? '' : ` ${to.join(' ')}`
}

async function readInput(file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error)
  })
}

function describeProblems(problems: readonly string[]): string {
  const more = problems.length - problemsShown
  return [
    `${problems.length === 1 ? 'One line' : `${problems.length} lines`} can't be used and ${problems.length === 1 ? 'was' : 'were'} left out:`,
    ...problems.slice(0, problemsShown).map((problem) => `  ${problem}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n')
}

function report(trial: Trial): void {
  const [low, high] = trial.interval
  const questions = trial.byQuestion.length
  print(
    `${trial.answers} ${trial.answers === 1 ? 'answer' : 'answers'} to ${questions} ${questions === 1 ? 'question' : 'questions'}`,
  )
  print(`Agreement ${percent(trial.agreement)} (95% interval ${percent(low)} to ${percent(high)}, Wilson score)\n`)
  printTable([
    ['label', ...verdicts.map((verdict) => `graded ${verdict}`)],
    ...verdicts.map((label) => [label, ...verdicts.map((verdict) => trial.table[label][verdict])]),
  ])
  list('Right answers at 0 points', trial.rightAtZero)
  list('Right answers called incorrect', trial.rightCalledIncorrect)
  list('Wrong answers called correct', trial.wrongCalledCorrect)
  const worst = trial.byQuestion.filter(({ misgraded }) => misgraded.length > 0).slice(0, worstShown)
  if (worst.length > 0) print('\nThe worst questions')
  for (const { question, answers, agreement, misgraded } of worst) {
    print(`\n  ${question}: ${percent(agreement)} of ${answers}`)
    for (const { answer, label, verdict, score } of misgraded)
      print(`    ${label}, graded ${verdict} (${score.toFixed(2)}): ${answer}`)
  }
}

function list(title: string, answers: readonly TriedAnswer[]): void {
  print(`\n${title}: ${answers.length}`)
  for (const { question, answer } of answers) print(`  ${question}: ${answer}`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
