import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { QuestionVersion } from '../../ports/store/questions.ts'
import { factsFormat } from './format.ts'
import { type BankFiles, factsFile, readBankFiles } from './read-bank.ts'
import { readLabelledAnswers } from './read-labelled-answers.ts'
import { QuestionFileError, readYaml } from './read-yaml.ts'

const examplesFile = /^[^.].*\.jsonl$/i

/**
 * The bank as its authors see it: each question with the labelled examples of its own file and those of `examples/`
 * beside the bank. Only checks read these; the bot that runs does not. A line that cannot be used is a problem, and so
 * is a fact without the address of a source.
 */
export async function readBankWithExamples(
  folder: string,
  form?: Parameters<typeof readBankFiles>[1],
): Promise<BankFiles & { problems: string[] }> {
  const { bank, synonyms, titles } = await readBankFiles(folder, form)
  const known = new Set(bank.map(({ id }) => id))
  const read = await Promise.all(
    (await exampleFiles(folder)).map(async (name) =>
      readLabelledAnswers(`examples/${name}`, await readFile(join(folder, 'examples', name), 'utf8'), known),
    ),
  )
  const answers = Map.groupBy(
    read.flatMap((file) => file.answers),
    ({ question }) => question,
  )
  const withExamples = bank.map((version): QuestionVersion => {
    const more = (answers.get(version.id) ?? []).map(({ answer, label }) => ({ answer, verdict: label }))
    return { ...version, question: { ...version.question, examples: [...version.question.examples, ...more] } }
  })
  return {
    bank: withExamples,
    synonyms,
    titles,
    problems: [...(await factProblems(folder)), ...read.flatMap((file) => file.problems)],
  }
}

/** A bank may well have none. */
async function exampleFiles(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'examples')).catch(() => [])
  return names.filter((name) => examplesFile.test(name)).toSorted()
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
