import type { Question } from '../../domain/question.ts'
import type { Block, Button, Message, Rich } from '../../ports/message.ts'
import type { PastRound } from '../../ports/store/rounds.ts'
import { turnout } from '../question.ts'
import { readMore, type SourceLink } from '../reveal.ts'
import { paragraph, plain, prose, sentence, shortened } from '../rich.ts'

type Past = PastRound & { question: Question }

/** Short enough for ten of them in one message on each platform. */
const promptMost = 110

/** A page of a channel's past questions. Each has a numbered button that shows its answer. */
export function pastQuestions({ rounds, next }: { rounds: readonly Past[]; next?: number }): Message {
  if (rounds.length === 0) {
    return sentence('There are no past questions here yet. A question shows up here once its answer is out.')
  }
  const buttons: Button[] = rounds.map(({ round, number }) => ({
    action: `past:${round.id}`,
    label: `#${number}`,
    look: 'plain',
  }))
  const blocks: Block[] = [
    { kind: 'heading', text: 'Past questions' },
    { kind: 'list', items: rounds.map(line) },
    { kind: 'note', text: ['Press a number to see the answer.'] },
    { kind: 'buttons', buttons },
  ]
  if (next !== undefined) {
    blocks.push({ kind: 'buttons', buttons: [{ action: `archive:${next}`, label: 'Earlier', look: 'plain' }] })
  }
  return { summary: 'Past questions of this channel', blocks }
}

function line(past: Past): Rich {
  const { number, round, question } = past
  const head = `#${number}`
  return [
    { bold: head },
    ` · ${dayInWords(round.localDate)}: `,
    ...prose(shortened(question.prompt, promptMost)),
    ` (${turnout(past)})`,
  ]
}

/** One past question with the content of its reveal, except names. */
export function pastQuestion(past: Past, sourceLink: SourceLink): Message {
  const { number, round, question } = past
  const prompt = prose(question.prompt)
  const more = readMore(question, sourceLink)
  const blocks: Block[] = [
    { kind: 'heading', text: `Question #${number}, ${dayInWords(round.localDate)}` },
    { kind: 'text', text: prompt },
    { kind: 'quote', text: prose(question.answer) },
    ...paragraph(question.explanation),
    { kind: 'note', text: [turnout(past), ...(more.length > 0 ? [' · ', ...more] : [])] },
    {
      kind: 'buttons',
      buttons: [
        { action: `practice-past:${round.id}`, label: 'Practice it', look: 'primary' },
        { action: `archive:${round.id}`, label: 'Back to the list', look: 'plain' },
      ],
    },
  ]
  return { summary: `Question #${number}: ${plain(prompt)}`, blocks }
}

/** `Mon, 2 Mar 2026`. */
export function dayInWords(day: string): string {
  const format = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(day))
}
