import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabelledExample, Question } from '../../domain/question.ts'
import type { QuestionVersion } from '../../ports/store/questions.ts'
import { factsFormat } from './format.ts'
import { type BankFiles, factsFile, readBankFiles, versionOf } from './read-bank.ts'
import { readLabelledAnswers } from './read-labelled-answers.ts'
import { QuestionFileError, readYaml } from './read-yaml.ts'

const answersFile = /^[^.].*\.jsonl$/i

/**
 * Reads the bank for asking and grading. Invalid lines of sorted answers are skipped, because the checks report them.
 */
export async function readBank(folder: string): Promise<QuestionVersion[]> {
  return (await readBankWithExamples(folder)).bank
}

/**
 * Reads the bank for its authors. Each question has the labeled examples of its own file and of `examples/`, which its
 * rubric must grade as labeled, and the sorted answers of `sorted/`, with which new answers are compared. An invalid
 * line is a problem, and so is a fact without a source.
 */
export async function readBankWithExamples(
  folder: string,
  form?: Parameters<typeof readBankFiles>[1],
): Promise<BankFiles & { problems: string[] }> {
  const { bank, synonyms, titles } = await readBankFiles(folder, form)
  const known = new Set(bank.map(({ id }) => id))
  const examples = await readAnswers(folder, 'examples', known)
  const sorted = await readAnswers(folder, 'sorted', known)
  const withExamples = bank.map((version): QuestionVersion => {
    const more = sorted.of.get(version.id)
    const question: Question = {
      ...version.question,
      examples: [...version.question.examples, ...(examples.of.get(version.id) ?? [])],
      ...(more && { sorted: more }),
    }
    return { ...version, question, version: versionOf(question, version.synonyms) }
  })
  return {
    bank: withExamples,
    synonyms,
    titles,
    problems: [...(await factProblems(folder)), ...examples.problems, ...sorted.problems],
  }
}

async function readAnswers(
  folder: string,
  name: string,
  known: ReadonlySet<string>,
): Promise<{ of: Map<string, LabelledExample[]>; problems: string[] }> {
  const names = await readdir(join(folder, name)).catch(() => [])
  const files = await Promise.all(
    names
      .filter((file) => answersFile.test(file))
      .toSorted()
      .map(async (file) =>
        readLabelledAnswers(`${name}/${file}`, await readFile(join(folder, name, file), 'utf8'), known),
      ),
  )
  const of = new Map<string, LabelledExample[]>()
  for (const { question, answer, label } of files.flatMap(({ answers }) => answers)) {
    const mine = of.get(question)
    if (mine === undefined) of.set(question, [{ answer, verdict: label }])
    else mine.push({ answer, verdict: label })
  }
  return { of, problems: files.flatMap(({ problems }) => problems) }
}

async function factProblems(folder: string): Promise<readonly string[]> {
  const name = (await readdir(folder)).find((each) => factsFile.test(each))
  if (name === undefined) return []
  try {
    readYaml(name, await readFile(join(folder, name), 'utf8'), factsFormat)
    return []
  } catch (error) {
    if (!(error instanceof QuestionFileError)) throw error
    return error.problems
  }
}
