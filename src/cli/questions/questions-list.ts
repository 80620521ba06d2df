import { nearestNames } from '../../domain/nearest-names.ts'
import type { Question } from '../../domain/question.ts'
import { findInFiles, openBankFiles } from '../open-bank-files.ts'
import { print, printJson, printTable } from '../print.ts'
import { UsageError } from '../usage-error.ts'

export async function questionsList(options: { topic?: string; json?: boolean }): Promise<void> {
  const all = (await openBankFiles()).map(({ question }) => question)
  const shown = options.topic === undefined ? all : all.filter(({ topic }) => topic === options.topic)
  if (shown.length === 0 && options.topic !== undefined) {
    const topics = [...new Set(all.map(({ topic }) => topic))]
    const near = nearestNames(options.topic, topics)
    const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ` The topics are ${topics.join(', ')}.`
    throw new UsageError(`There’s no topic “${options.topic}”.${meant}`)
  }
  if (options.json) return printJson(shown.map(listed))
  printTable(shown.map(({ id, topic, difficulty, prompt }) => [id, topic, difficulty, prompt.slice(0, 80)]))
}

export async function questionsShow(id: string, options: { json?: boolean }): Promise<void> {
  const { question } = await findInFiles(id)
  if (options.json) return printJson(listed(question))
  print(`${question.id} (${question.topic}, ${question.difficulty}, ${question.kind})\n`)
  print(`${question.prompt}\n\nHint: ${question.hint}\n\nAnswer: ${question.answer}\n\n${question.explanation}\n`)
  for (const point of question.rubric.points) print(`  - ${point.label}`)
  print(`\n${question.sources.join('\n')}\nAs of ${question.asOf}`)
}

function listed(
  question: Question,
): Pick<Question, 'id' | 'topic' | 'difficulty' | 'kind' | 'facts' | 'prompt' | 'hint' | 'answer' | 'sources'> {
  const { id, topic, difficulty, kind, facts, prompt, hint, answer, sources } = question
  return { id, topic, difficulty, kind, facts, prompt, hint, answer, sources }
}
