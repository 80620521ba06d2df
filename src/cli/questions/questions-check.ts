import { readBankWithExamples } from '../../adapters/question-files/index.ts'
import { readConfig } from '../../config/config.ts'
import { type BankWarning, warningKinds } from '../../domain/bank-warnings/bank-warning.ts'
import { findWarnings } from '../../domain/bank-warnings/find-warnings.ts'
import { type UnknownWord, unknownWords } from '../../domain/bank-warnings/unknown-words.ts'
import { checkBank } from '../../domain/check-bank.ts'
import { checkQuestion, type QuestionCheck } from '../../domain/check-question.ts'
import type { Question } from '../../domain/question.ts'
import { listed } from '../../messages/rich.ts'
import { findInFiles } from '../open-bank-files.ts'
import { print, printJson, printTable } from '../print.ts'
import { templateTexts } from './questions-new.ts'

type CheckOptions = { only?: string; json?: boolean }

type Findings = {
  summary: Record<string, number | boolean>
  problems: string[]
  warnings: BankWarning[]
  unknownWords: UnknownWord[]
}

/** The exit status is 1 if an example isn't graded as labeled or there is another problem. Warnings don't change it. */
export async function questionsCheck(options: CheckOptions): Promise<void> {
  const { only } = options
  if (only !== undefined) await findInFiles(only)
  const read = await readBankWithExamples(readConfig().questions)
  const isAsked = (id: string | undefined): boolean => only === undefined || id === only
  const bank = read.bank.filter(({ id }) => isAsked(id))
  const checks = bank.map(({ question, synonyms }) => checkQuestion(question, synonyms))
  const problems = [
    ...(only === undefined ? read.problems : []),
    ...bank.flatMap(({ question }) => untouched(question)),
    ...checks.flatMap(problemsOf),
    ...checkBank(read.bank).filter((problem) => only === undefined || problem.startsWith(`${only}: `)),
  ]
  const findings = {
    summary: summarize(checks, new Set(bank.flatMap(({ question }) => question.facts)).size, problems.length),
    problems,
    warnings: findWarnings(read.bank, read.synonyms, thisMonth()).filter(({ question }) => isAsked(question)),
    unknownWords: unknownWords(bank, only === undefined ? read.synonyms : {}),
  }
  const { summary, ...found } = findings
  if (options.json) printJson({ ...summary, ...found, checks })
  else report(findings, { everyWarning: only !== undefined })
  if (!summary.ok) process.exitCode = 1
}

/** The texts of a new question's template that its author hasn't replaced yet. */
function untouched(question: Question): string[] {
  const names = Object.keys(templateTexts) as (keyof typeof templateTexts)[]
  const left = names.filter((name) => question[name] === templateTexts[name])
  return left.length === 0
    ? []
    : [`${question.id}: the ${listed(left)} still ${left.length === 1 ? 'has' : 'have'} the text of the template`]
}

function thisMonth(): string {
  return new Date().toISOString().slice(0, 7)
}

function problemsOf({ id, misgraded, problems }: QuestionCheck): string[] {
  return [
    ...problems.map((problem) => `${id}: ${problem}`),
    ...misgraded.map(
      ({ answer, label, verdict, score }) =>
        `${id}: an example labeled ${label} is graded ${verdict} (${score.toFixed(2)}): ${answer}`,
    ),
  ]
}

function summarize(
  checks: readonly QuestionCheck[],
  facts: number,
  problems: number,
): Findings['summary'] & { ok: boolean } {
  const sum = (figure: (check: QuestionCheck) => number): number =>
    checks.reduce((total, check) => total + figure(check), 0)
  const examples = sum((check) => check.examples)
  return {
    questions: checks.length,
    topics: new Set(checks.map(({ topic }) => topic)).size,
    facts,
    examples,
    accuracy: examples === 0 ? 1 : 1 - sum((check) => check.misgraded.length) / examples,
    missedPositives: sum((check) => check.missedPositives),
    missedNegatives: sum((check) => check.missedNegatives),
    problems,
    ok: problems === 0,
  }
}

function report({ summary, problems, warnings, unknownWords: words }: Findings, how: { everyWarning: boolean }): void {
  for (const problem of problems) print(problem)
  if (problems.length > 0) print('')
  for (const kind of warningKinds) {
    const alike = warnings.filter((warning) => warning.kind === kind)
    if (alike.length > 0) reportKind(kind, alike, how)
  }
  if (words.length > 0) {
    print('Words in right examples that no pattern contains, with the number of examples:')
    print(`  ${words.map(({ word, count }) => `${word} ${count}`).join(', ')}\n`)
  }
  printTable([
    ...Object.entries(summary).map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : String(value),
    ]),
    ['warnings', warnings.length],
  ])
}

const titles: Record<BankWarning['kind'], string> = {
  stale: 'Not checked against their sources for a year',
  'few-examples': 'Few labelled examples',
  'foreign-answer': "Accept another question's model answer",
  'unneeded-pattern': 'Have patterns that no example needs',
  'unused-set': 'Sets of synonyms that nothing uses',
}

const namesShown = 12

function reportKind(kind: BankWarning['kind'], alike: readonly BankWarning[], how: { everyWarning: boolean }): void {
  if (how.everyWarning) {
    print(`${titles[kind]}:`)
    for (const { question, text } of alike) print(`  ${question}: ${text}`)
    print('')
    return
  }
  const names = [...new Set(alike.map(({ question, text }) => question ?? text))]
  const more = names.length - namesShown
  print(`${titles[kind]}: ${names.length}`)
  print(`  ${names.slice(0, namesShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}\n`)
}
