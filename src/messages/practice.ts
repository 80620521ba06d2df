import type { Question } from '../domain/question.ts'
import type { Grade } from '../domain/rubric/rubric.ts'
import type { Block, Message } from '../ports/message.ts'
import { openings } from './feedback.ts'
import { paragraph, plain, prose } from './rich.ts'
import { alikeLine, foundIdeas, misconceptionLines } from './what-was-found.ts'

/**
 * A question for one person. `id` is that of their item; without items, of people about whom nothing is stored, that of
 * the question.
 */
export function practiceQuestionCard(id: number | string, question: Question): Message {
  const prompt = prose(question.prompt)
  return {
    summary: `Practice: ${plain(prompt)}`,
    blocks: [
      { kind: 'heading', text: 'Practice' },
      { kind: 'text', text: prompt },
      { kind: 'note', text: [`${question.hint === '' ? '' : `Hint: ${question.hint} · `}just for you, no points`] },
      {
        kind: 'buttons',
        buttons: [
          { action: `practice:${id}`, label: 'Answer', look: 'primary' },
          { action: `practice-next:${id}`, label: 'Another one', look: 'plain' },
        ],
      },
    ],
  }
}

/**
 * Practice holds nothing back: what was found, what was missing by name, and the model answer. `after` is what the next
 * question comes after; with 0, what is stored decides.
 */
export function practiceFeedback(
  told: { question: Question; grade: Grade; text: string },
  after: number | string = 0,
): Message {
  const { question, grade } = told
  const blocks: Block[] = [{ kind: 'text', text: [{ bold: openings[grade.verdict] }] }]
  const found = foundIdeas(told)
  if (found.length > 0) blocks.push({ kind: 'list', items: found })
  const besideOthers = alikeLine(grade)
  if (besideOthers) blocks.push({ kind: 'text', text: [besideOthers] })
  blocks.push(...misconceptionLines(told))
  const missing = question.rubric.points.filter(({ id }) =>
    grade.points.some((point) => point.id === id && !point.found),
  )
  if (grade.verdict !== 'correct' && missing.length > 0) {
    blocks.push(
      { kind: 'text', text: ['Not in your answer:'] },
      { kind: 'list', items: missing.map(({ label }) => prose(label)) },
    )
  }
  blocks.push({ kind: 'quote', text: prose(question.answer) }, ...paragraph(question.explanation), {
    kind: 'buttons',
    buttons: [{ action: `practice-next:${after}`, label: 'Another one', look: 'primary' }],
  })
  return { summary: openings[grade.verdict], verdict: grade.verdict, blocks }
}
