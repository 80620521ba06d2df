import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Question } from '../../domain/question.ts'
import { compileRubric } from '../../domain/rubric/compile-rubric.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import { RubricError } from '../../domain/rubric/rubric-error.ts'
import { startVocabulary, type Vocabulary } from '../../domain/rubric/spelling/vocabulary.ts'
import { usedSets } from '../../domain/rubric/used-sets.ts'
import type { QuestionVersion } from '../../ports/store/questions.ts'
import { type ownTopicFormat, synonymsFormat, topicFormat } from './format.ts'
import { QuestionFileError, readYaml } from './read-yaml.ts'
import { rubricPath } from './rubric-path.ts'

/** Files in a bank's folder that aren't topics, with either spelling of the extension. */
const synonymsFile = /^synonyms\.ya?ml$/i
export const factsFile = /^facts\.ya?ml$/i

/** Excludes hidden files, because some systems put a `._dynos.yaml` next to each file that they copy. */
const yamlFile = /^[^.].*\.ya?ml$/i

/** The questions, all synonym sets (used or not), and the names of topics. */
export type BankFiles = { bank: QuestionVersion[]; synonyms: Synonyms; titles: Record<string, string> }

/** The format of a topic's file, and the names of files that aren't topics. */
type Form = { topic: typeof topicFormat | typeof ownTopicFormat; aside?: RegExp }

/**
 * Reads a folder of question files, with one file per topic and `synonyms.yaml` for shared sets. If a file is invalid,
 * this throws a `QuestionFileError` with the file, the line and the problem.
 */
export async function readBankFiles(folder: string, form: Form = { topic: topicFormat }): Promise<BankFiles> {
  const names = await readdir(folder).catch(() => {
    throw new QuestionFileError([`${folder}: there is no such folder. QUIZ_QUESTIONS names the folder of the bank.`])
  })
  const yaml = names.filter((name) => yamlFile.test(name)).toSorted()
  const aside = [synonymsFile, factsFile, ...(form.aside ? [form.aside] : [])]
  const topics = yaml.filter((name) => !aside.some((one) => one.test(name)))
  if (topics.length === 0) throw new QuestionFileError([`${folder}: the folder has no question files (*.yaml)`])
  const sets = yaml.find((name) => synonymsFile.test(name))
  const synonyms = sets === undefined ? {} : await readSynonyms(join(folder, sets))
  return { ...(await readTopics(folder, topics, synonyms, form)), synonyms }
}

async function readTopics(
  folder: string,
  names: readonly string[],
  synonyms: Synonyms,
  form: Form,
): Promise<Omit<BankFiles, 'synonyms'>> {
  const vocabulary = startVocabulary()
  const problems: string[] = []
  const titles: Record<string, string> = {}
  const bank = new Map<string, { version: QuestionVersion; file: string }>()
  for (const name of names) {
    try {
      const read = await readTopic(join(folder, name), synonyms, vocabulary, form)
      titles[read.topic] = read.title
      for (const version of read.versions) {
        const twin = bank.get(version.id)
        if (twin) problems.push(`${name}: question ${version.id} is also in ${twin.file}`)
        bank.set(version.id, { version, file: name })
      }
    } catch (error) {
      if (!(error instanceof QuestionFileError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw new QuestionFileError(problems)
  return { bank: [...bank.values()].map(({ version }) => version), titles }
}

async function readSynonyms(path: string): Promise<Synonyms> {
  return readYaml(basename(path), await readFile(path, 'utf8'), synonymsFormat).value
}

async function readTopic(
  path: string,
  synonyms: Synonyms,
  vocabulary: Vocabulary,
  form: Form,
): Promise<{ topic: string; title: string; versions: QuestionVersion[] }> {
  const file = basename(path)
  const { value, lineOf } = readYaml(file, await readFile(path, 'utf8'), form.topic)
  const problems: string[] = []
  const versions = value.questions.map((read, index): QuestionVersion => {
    const question = { ...read, topic: value.topic } as Question
    try {
      compileRubric(question.rubric, { prompt: question.prompt, synonyms, vocabulary })
    } catch (error) {
      if (!(error instanceof RubricError)) throw error
      problems.push(
        `${file}:${lineOf(['questions', index, 'rubric', ...rubricPath(error.path)])} ${question.id}: ${error.message}`,
      )
    }
    return {
      id: question.id,
      version: versionOf(question, synonyms),
      question,
      synonyms: usedSets(question.rubric, synonyms),
    }
  })
  if (problems.length > 0) throw new QuestionFileError(problems)
  return { topic: value.topic, title: value.title, versions }
}

/** Returns a hash of everything that is shown or affects grades. */
export function versionOf(question: Question, synonyms: Synonyms): string {
  return createHash('sha256')
    .update(JSON.stringify([question, usedSets(question.rubric, synonyms)]))
    .digest('hex')
    .slice(0, 12)
}
