import type { Question } from '../domain/question.ts'
import { missingIdeas } from '../domain/rubric/match/missing-ideas.ts'
import type { Grade, Span } from '../domain/rubric/rubric.ts'
import type { Block, Button, Message, Rich } from '../ports/message.ts'
import { counted, listed, prose, shortened } from './rich.ts'

export const openings: Record<Grade['verdict'], string> = {
  correct: 'That’s right.',
  partial: 'Partly right.',
  incorrect: 'Not yet.',
}

/**
 * What a player is told privately: their own words for each idea found, how many are missing (names come at the
 * reveal), what a misconception cost and why, and how misspelt words were read.
 */
export function feedback(told: {
  question: Question
  text: string
  grade: Grade
  points: number
  attemptsLeft: number
  answerId: number
  roundId: number
  closed: boolean
}): Message {
  const { grade } = told
  const headline = `${openings[grade.verdict]} ${counted(told.points, 'point', 'points')}.`
  const blocks: Block[] = [
    { kind: 'text', text: [{ bold: openings[grade.verdict] }, ` ${counted(told.points, 'point', 'points')}.`] },
  ]
  const found = foundIdeas(told)
  if (found.length > 0) blocks.push({ kind: 'list', items: found })
  const notYet = missing(told)
  if (notYet) blocks.push({ kind: 'text', text: [notYet] })
  blocks.push(...misconceptionLines(told))
  if (grade.readings.length > 0) {
    const read = grade.readings.map((reading) => `“${reading.read}” as “${reading.as}”`)
    blocks.push({ kind: 'note', text: [`I read ${listed(read)}.`] })
  }
  blocks.push({ kind: 'note', text: [whatNext(told)] })
  const buttons = nextButtons(told)
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons })
  return { summary: headline, blocks }
}

/** Shown at once, while the answer is being graded. */
export function beingGraded(text: string): Message {
  return above(text, 'Got it. Your answer is being graded.')
}

/** Where the same words were sent a moment before, and are not graded yet. */
export function sentBefore(text: string): Message {
  return above(text, 'I already have this answer: it is being graded. You will read the grade where you sent it first.')
}

function above(text: string, words: string): Message {
  return {
    summary: words,
    blocks: [
      { kind: 'text', text: [words] },
      { kind: 'quote', text: [shortened(text, 300)] },
    ],
  }
}

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

function missing(told: { question: Question; grade: Grade }): string | undefined {
  if (told.grade.verdict === 'correct') return undefined
  const count = missingIdeas(told.question.rubric, told.grade)
  if (count === 0) return undefined
  if (told.grade.points.every((point) => !point.found)) return 'None of the ideas I look for is in it yet.'
  return `${counted(count, 'idea is', 'ideas are')} not in it yet.`
}

/** What each misconception was, in the player's own words, and what holds instead. */
export function misconceptionLines(told: { question: Question; grade: Grade; text: string }): Block[] {
  return told.grade.misconceptions.flatMap(({ id, evidence }): Block[] => {
    const known = told.question.rubric.misconceptions?.find((misconception) => misconception.id === id)
    return known ? [{ kind: 'text', text: misconception(told.text, evidence, known.tell) }] : []
  })
}

function misconception(text: string, evidence: readonly Span[], tell: string): Rich {
  const first = evidence[0]
  const quoted = first ? `“${text.slice(first.start, first.end)}” costs points: ` : 'This costs points: '
  return [quoted, ...prose(tell)]
}

function whatNext(told: { grade: Grade; attemptsLeft: number; closed: boolean }): string {
  if (told.closed) return 'The round is over; the reveal has the model answer.'
  if (told.grade.verdict === 'correct') return 'The model answer comes with the reveal.'
  if (told.attemptsLeft === 0) return 'That was your last try. The model answer comes with the reveal.'
  const tries = counted(told.attemptsLeft, 'try', 'tries')
  return `You have ${tries} left. A later try earns half of what it adds.`
}

function nextButtons(told: {
  grade: Grade
  attemptsLeft: number
  closed: boolean
  roundId: number
  answerId: number
}): Button[] {
  const buttons: Button[] = []
  if (!told.closed && told.attemptsLeft > 0 && told.grade.verdict !== 'correct') {
    buttons.push({ action: `answer:${told.roundId}`, label: 'Try again', look: 'primary' })
  }
  if (told.grade.score < 1) buttons.push({ action: `dispute:${told.answerId}`, label: 'Dispute', look: 'plain' })
  return buttons
}
