import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { QuestionVersion } from '../../ports/store/questions.ts'
import { ownTopicFormat, packFormat } from './format.ts'
import type { BankFiles } from './read-bank.ts'
import { readBankWithExamples } from './read-bank-with-examples.ts'
import { QuestionFileError, readYaml } from './read-yaml.ts'

export type PackFiles = Omit<BankFiles, 'bank'> & z.output<typeof packFormat> & { questions: QuestionVersion[] }

const packFile = /^pack\.ya?ml$/i

/** In bytes. This is far more than 2,000 questions with their examples need. */
const largestFolder = 10_000_000
const mostFiles = 500

/**
 * Reads a folder with a workspace's own questions. Topics and synonyms are as in the bank, and `pack.yaml` describes
 * the pack. Throws a `QuestionFileError` with every problem.
 */
export async function readPack(folder: string): Promise<PackFiles> {
  const names = await readdir(folder).catch(() => {
    throw new QuestionFileError([`${folder}: there is no such folder.`])
  })
  await checkSize(folder)
  const name = names.find((one) => packFile.test(one))
  const about = name === undefined ? '{}' : await readFile(join(folder, name), 'utf8')
  const { value } = readYaml(name ?? 'pack.yaml', about.trim() === '' ? '{}' : about, packFormat)
  const { bank, synonyms, titles, problems } = await readBankWithExamples(folder, {
    topic: ownTopicFormat,
    aside: packFile,
  })
  if (problems.length > 0) throw new QuestionFileError(problems)
  return { ...value, synonyms, titles, questions: bank }
}

async function checkSize(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.(ya?ml|jsonl)$/i.test(entry.name))
  if (files.length > mostFiles) throw new QuestionFileError([`${folder}: more than ${mostFiles} files`])
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  if (bytes > largestFolder) throw new QuestionFileError([`${folder}: more than ${largestFolder / 1e6} MB of files`])
}
