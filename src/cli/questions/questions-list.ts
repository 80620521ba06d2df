import type { Question } from '../../domain/question.ts'
import { findInFiles, openBankFiles } from '../open-bank-files.ts'
import { print, printJson, printTable } from '../print.ts'

export async function questionsList(options: { topic?: string; json?: boolean }): Promise<void> {
  const all = (await openBankFiles()).map(({ question }) => question)
  const shown = options.topic === undefined ? all : all.filter(({ topic }) => topic === options.topic)
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
