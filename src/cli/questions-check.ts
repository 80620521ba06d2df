import { readBankWithExamples } from '../adapters/question-files/index.ts'
import { readConfig } from '../config/config.ts'
import type { BankWarning } from '../domain/bank-warnings/bank-warning.ts'
import { foreignAnswers } from '../domain/bank-warnings/foreign-answers.ts'
import { checkBank } from '../domain/check-bank.ts'
import { checkQuestion, type QuestionCheck } from '../domain/check-question.ts'
import { print, printJson, printTable } from './print.ts'

/** Exit status 1 where an example grades otherwise than labelled or a question has another problem. */
export async function questionsCheck(options: { json?: boolean }): Promise<void> {
  const { bank, problems: examplesProblems } = await readBankWithExamples(readConfig().questions)
  const checks = bank.map(({ question, synonyms }) => checkQuestion(question, synonyms))
  const examples = checks.reduce((sum, check) => sum + check.examples, 0)
  const wrong = checks.reduce((sum, check) => sum + check.misgraded.length, 0)
  const problems = [
    ...examplesProblems,
    ...checks.flatMap((check) => check.problems.map((one) => `${check.id}: ${one}`)),
    ...checkBank(bank),
  ]
  const warnings = foreignAnswers(bank)
  const facts = new Set(bank.flatMap(({ question }) => question.facts))
  const summary = {
    questions: checks.length,
    topics: new Set(checks.map(({ topic }) => topic)).size,
    facts: facts.size,
    examples,
    accuracy: examples === 0 ? 1 : 1 - wrong / examples,
    missedPositives: checks.reduce((sum, check) => sum + check.missedPositives, 0),
    missedNegatives: checks.reduce((sum, check) => sum + check.missedNegatives, 0),
    problems: problems.length,
    ok: wrong === 0 && problems.length === 0,
  }
  if (options.json) printJson({ ...summary, problems, warnings, checks })
  else report(summary, checks, problems, warnings)
  if (!summary.ok) process.exitCode = 1
}

function report(
  summary: Record<string, number | boolean>,
  checks: readonly QuestionCheck[],
  problems: readonly string[],
  warnings: readonly BankWarning[],
): void {
  printTable([
    ['question', 'topic', 'examples', 'accuracy', 'missed +', 'missed -'],
    ...checks.map((check) => [
      check.id,
      check.topic,
      check.examples,
      `${(check.accuracy * 100).toFixed(0)} %`,
      check.missedPositives,
      check.missedNegatives,
    ]),
  ])
  for (const check of checks) {
    for (const { answer, label, verdict, score } of check.misgraded) {
      print(`\n${check.id}: graded ${verdict} (${score.toFixed(2)}), labelled ${label}\n  ${answer}`)
    }
  }
  for (const problem of problems) print(`\n${problem}`)
  for (const { question, text } of warnings) print(`\nwarning: ${question}: ${text}`)
  print('')
  printTable(
    Object.entries(summary).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : String(value),
    ]),
  )
}
