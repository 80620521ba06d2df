import type { Question } from '../domain/question.ts'
import { type KnownMisconception, leftOpen, misconceptionsOf } from '../domain/rubric/misconceptions-of.ts'
import type { Grade, Span } from '../domain/rubric/rubric.ts'
import type { Block, Rich } from '../ports/message.ts'
import { prose } from './rich.ts'

export function foundIdeas(told: { text: string; grade: Grade }): Rich[] {
  return told.grade.points
    .filter((point) => point.found)
    .map((point) => ['Found: ', ...quotes(told.text, point.evidence)])
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

/** If answers that people have sorted changed the verdict: otherwise the found ideas would puzzle the player. */
export function alikeLine({ alike, verdict }: Grade): string | undefined {
  return alike && `People have judged answers much like yours as ${alikeAs[verdict]}.`
}

/** What each misconception was, in the player's own words, and what is true instead. */
export function misconceptionLines(told: { question: Question; grade: Grade; text: string }): Block[] {
  return told.grade.misconceptions.flatMap(({ id, evidence }): Block[] => {
    if (id === leftOpen)
      return [
        { kind: 'text', text: [...quotes(told.text, evidence), ': name this part too, and the answer is complete.'] },
      ]
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
