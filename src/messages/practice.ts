import type { Question } from '../domain/question.ts'
import type { Grade } from '../domain/rubric/rubric.ts'
import type { Block, Message } from '../ports/message.ts'
import { openings } from './feedback.ts'
import { paragraph, plain, prose } from './rich.ts'
import { alikeLine, foundIdeas, misconceptionLines, namedIdeas } from './what-was-found.ts'

/**
 * A practice question. `id` is the id of the player's practice item, or of the question if nothing is stored about the
 * person.
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
 * Feedback with the found ideas, the missing ideas, and the model answer. `after` is the question to continue from.
 * With 0, the stored practice items determine the next one.
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
  const lacks = question.rubric.points.filter(({ id }) => grade.points.some((point) => point.id === id && !point.found))
  const missing = namedIdeas(question.rubric, lacks)
  if (grade.verdict !== 'correct' && missing.length > 0) {
    blocks.push(
      { kind: 'text', text: ['Not in your answer:'] },
      { kind: 'list', items: missing.map(({ name }) => prose(name)) },
    )
  }
  blocks.push({ kind: 'quote', text: prose(question.answer) }, ...paragraph(question.explanation), {
    kind: 'buttons',
    buttons: [{ action: `practice-next:${after}`, label: 'Another one', look: 'primary' }],
  })
  return { summary: openings[grade.verdict], verdict: grade.verdict, blocks }
}
