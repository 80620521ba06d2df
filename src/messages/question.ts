import type { Question } from '../domain/question.ts'
import { fullPoints } from '../domain/scoring.ts'
import type { Block, Message } from '../ports/message.ts'
import { counted, plain, prose } from './rich.ts'

/** The posted question while people can answer. */
export function openQuestion(question: Question, round: { id: number; attempts: number; mention?: string }): Message {
  const prompt = prose(question.prompt)
  const tries = round.attempts === 1 ? 'one try' : `${round.attempts} tries`
  const blocks: Block[] = [
    { kind: 'heading', text: 'Question of the day' },
    { kind: 'text', text: prompt },
    {
      kind: 'note',
      text: [
        `${labels(question)} · ${counted(fullPoints(question.difficulty), 'point', 'points')} · ${tries} · only you see your answer`,
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { action: `answer:${round.id}`, label: 'Answer', look: 'primary' },
        { action: `hint:${round.id}`, label: 'Hint', look: 'plain' },
      ],
    },
  ]
  if (round.mention !== undefined) blocks.unshift({ kind: 'text', text: [{ mention: round.mention }] })
  return { summary: `Question of the day: ${plain(prompt)}`, blocks }
}

/** The same message once the round is over. */
export function closedQuestion(question: Question, figures: { players: number; correct: number }): Message {
  const prompt = prose(question.prompt)
  return {
    summary: `Closed: ${plain(prompt)}`,
    blocks: [
      { kind: 'heading', text: 'Closed' },
      { kind: 'text', text: prompt },
      { kind: 'note', text: [`${labels(question)} · ${turnout(figures)}`] },
    ],
  }
}

/** `12 answered, 7 got it`. */
export function turnout(figures: { players: number; correct: number }): string {
  if (figures.players === 0) return 'nobody answered this one'
  return `${figures.players} answered, ${figures.correct} got it`
}

function labels(question: Question): string {
  return `${question.topic.replaceAll('-', ' ')} · ${question.difficulty}`
}
