import type { Question } from '../domain/question.ts'
import { ideaName } from '../domain/rubric/idea-name.ts'
import { type KnownMisconception, leftOpen, misconceptionsOf } from '../domain/rubric/misconceptions-of.ts'
import type { Grade, Rubric, RubricPoint, Span } from '../domain/rubric/rubric.ts'
import type { Block, Rich } from '../ports/message.ts'
import { prose } from './rich.ts'

/** Several points may be found in the same words, which are quoted only once. */
export function foundIdeas(told: { text: string; grade: Grade }): Rich[] {
  const found = told.grade.points.filter((point) => point.found)
  const lines = new Map(
    found.map(({ id, evidence }) => {
      const words = quotes(told.text, evidence)
      return [evidence.length === 0 ? id : words.join(''), words] as const
    }),
  )
  return [...lines.values()].map((words) => ['Found: ', ...words])
}

/**
 * The ideas of these points as players see them, with the ids of the points for each. Empty for a draft, because its
 * points are single words of the model answer.
 */
export function namedIdeas({ draft }: Rubric, points: readonly RubricPoint[]): { name: string; ids: string[] }[] {
  if (draft) return []
  const named = Map.groupBy(points, ideaName)
  return [...named].map(([name, same]) => ({ name, ids: same.map(({ id }) => id) }))
}

function quotes(text: string, evidence: readonly Span[]): Rich {
  if (evidence.length === 0) return ['an idea']
  return [
    `“${evidence
      .slice(0, 3)
      .map((span) => text.slice(span.start, span.end))
      .join('” … “')}”`,
  ]
}

const alikeAs: Record<Grade['verdict'], string> = {
  correct: 'right',
  partial: 'partly right',
  incorrect: 'not right',
}

/** Explains a verdict that was changed by comparing with labeled answers. */
export function alikeLine({ alike, verdict }: Grade): string | undefined {
  return alike && `Your answer is very similar to answers that count as ${alikeAs[verdict]}.`
}

/** Each misconception in the player's own words, with the correction. */
export function misconceptionLines(told: { question: Question; grade: Grade; text: string }): Block[] {
  return told.grade.misconceptions.flatMap(({ id, evidence }): Block[] => {
    if (id === leftOpen)
      return [{ kind: 'text', text: [...quotes(told.text, evidence), ': add this part, and your answer is complete.'] }]
    const known = misconceptionsOf(told.question.rubric).find((misconception) => misconception.id === id)
    return known ? [{ kind: 'text', text: misconception(told.text, evidence, known) }] : []
  })
}

function misconception(text: string, evidence: readonly Span[], { tell, costs }: KnownMisconception): Rich {
  if (costs === 0)
    return ['About ', ...(evidence.length === 0 ? ['this'] : quotes(text, evidence)), ': ', ...prose(tell)]
  if (evidence.length === 0) return ['One thing isn’t right. ', ...prose(tell)]
  return [...quotes(text, evidence), ' isn’t right. ', ...prose(tell)]
}
