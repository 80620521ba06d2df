import { stringify } from 'yaml'
import type { Question } from '../../domain/question.ts'
import type { Rubric, Synonyms } from '../../domain/rubric/rubric.ts'

type Written = {
  name?: string
  language: string
  forgivesSpelling: boolean
  synonyms: Synonyms
  titles: Readonly<Record<string, string>>
  questions: readonly Question[]
}

/** Returns files by name, which `readPack` reads as the same pack. */
export function writePack({
  name,
  language,
  forgivesSpelling,
  synonyms,
  titles,
  questions,
}: Written): Map<string, string> {
  const files = new Map([
    [
      'pack.yaml',
      write({ ...(name === undefined ? {} : { name }), language, spelling: forgivesSpelling ? 'forgiven' : 'exact' }),
    ],
  ])
  if (Object.keys(synonyms).length > 0) files.set('synonyms.yaml', write(synonyms))
  for (const [topic, all] of Map.groupBy(questions, (question) => question.topic)) {
    files.set(fileOf(topic), write({ topic, title: titles[topic] ?? topic, questions: all.map(withoutEmpty) }))
  }
  return files
}

/** Writes one question in the format of its topic's file, with the sets that it uses. */
export function writeQuestion(question: Question, synonyms: Synonyms): string {
  const file = { topic: question.topic, title: question.topic, questions: [withoutEmpty(question)] }
  const sets = Object.keys(synonyms).length === 0 ? '' : `# synonyms.yaml\n${write(synonyms)}`
  return `# ${fileOf(question.topic)}\n${write(file)}${sets}`
}

export function writeRubric(rubric: Rubric, synonyms: Synonyms): string {
  return write({ ...rubric, ...(Object.keys(synonyms).length === 0 ? {} : { synonyms }) })
}

/** A topic's name may be the name of a special file. */
function fileOf(topic: string): string {
  return ['pack', 'synonyms', 'facts'].includes(topic) ? `topic-${topic}.yaml` : `${topic}.yaml`
}

/** The order in which authors write the keys. A database returns them in its own order. */
const order = ['id', 'facts', 'difficulty', 'kind', 'prompt', 'hint', 'rubric', 'answer', 'explanation'] as const

/** Omits empty values, which are the defaults. */
function withoutEmpty({ topic: _, ...question }: Question): Partial<Question> {
  const inOrder = Object.fromEntries(order.map((key) => [key, question[key]]))
  return Object.fromEntries(
    Object.entries({ ...inOrder, ...question }).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

function write(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 120 })
}
