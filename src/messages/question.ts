import type { Question } from '../domain/question.ts'
import type { RoundKind } from '../domain/round.ts'
import { fullPoints } from '../domain/scoring.ts'
import type { Block, Message } from '../ports/message.ts'
import { hintPrice } from './notes.ts'
import { counted, plain, prose } from './rich.ts'

export type OpenRound = {
  id: number
  attempts: number
  kind: RoundKind
  answered: number
  mention?: string
  suggestedBy?: string
}

const headings: Record<RoundKind, string> = { scheduled: 'Question of the day', extra: 'Extra question' }

/** The posted question while the round is open. */
export function openQuestion(question: Question, round: OpenRound): Message {
  const { kind, answered } = round
  const prompt = prose(question.prompt)
  const tries = round.attempts === 1 ? 'one try' : `${round.attempts} tries`
  const blocks: Block[] = [
    { kind: 'heading', text: headings[kind] },
    { kind: 'text', text: prompt },
    {
      kind: 'note',
      text: [
        `${labels(question)} · ${counted(fullPoints(question.difficulty), 'point', 'points')} · ${tries} · ${hintPrice} · only you see your answer`,
        ...(answered > 0 ? [` · ${answered} answered`] : []),
      ],
    },
    ...credit(round.suggestedBy),
    {
      kind: 'buttons',
      buttons: [
        { action: `answer:${round.id}`, label: 'Answer', look: 'primary' },
        ...(question.hint === '' ? [] : [{ action: `hint:${round.id}`, label: 'Hint', look: 'plain' } as const]),
      ],
    },
  ]
  if (round.mention !== undefined) blocks.unshift({ kind: 'text', text: [{ mention: round.mention }] })
  return { summary: `${headings[kind]}: ${plain(prompt)}`, blocks }
}

export function closedQuestion(
  question: Question,
  figures: { players: number; correct: number },
  suggestedBy?: string,
): Message {
  const prompt = prose(question.prompt)
  return {
    summary: `Closed: ${plain(prompt)}`,
    blocks: [
      { kind: 'heading', text: 'Closed' },
      { kind: 'text', text: prompt },
      { kind: 'note', text: [`${labels(question)} · ${turnout(figures)}`] },
      ...credit(suggestedBy),
    ],
  }
}

function credit(suggestedBy: string | undefined): Block[] {
  return suggestedBy === undefined ? [] : [{ kind: 'note', text: [`Suggested by ${suggestedBy}`] }]
}

/** `12 answered, 7 got it`. */
export function turnout(figures: { players: number; correct: number }): string {
  if (figures.players === 0) return 'nobody answered this one'
  return `${figures.players} answered, ${figures.correct} got it`
}

function labels(question: Question): string {
  return `${question.topic.replaceAll('-', ' ')} · ${question.difficulty}`
}
