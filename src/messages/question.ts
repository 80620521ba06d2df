import type { Question } from '../domain/question.ts'
import type { RoundKind } from '../domain/round.ts'
import { fullPoints } from '../domain/scoring.ts'
import type { Block, Message } from '../ports/message.ts'
import { hintPrice } from './notes.ts'
import { counted, plain, prose, shortened } from './rich.ts'

export type OpenRound = {
  id: number
  attempts: number
  kind: RoundKind
  answered: number
  openUntil?: { at: Date; zone: string }
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
    ...untilWhen(round.openUntil),
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

/** `Open until Tue 3 Mar, 09:30 CET`. */
function untilWhen(openUntil: OpenRound['openUntil']): Block[] {
  if (openUntil === undefined) return []
  const when = new Intl.DateTimeFormat('en-GB', {
    timeZone: openUntil.zone,
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  }).format(openUntil.at)
  return [{ kind: 'note', text: [`Open until ${when}`] }]
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

/** Short enough for ten of them in one message on each platform. */
const promptMost = 110
const mostListed = 10

type Purpose = 'answer' | 'hint'

const purposeLabels: Record<Purpose, string> = { answer: 'Answer', hint: 'Hint for' }

const nothingCounted: Record<Purpose, string> = {
  answer: 'Press the one you mean. Nothing has been counted yet.',
  hint: 'Press the one you mean. No hint has been used yet.',
}

/** Asks which of several open questions a typed `answer` or `hint` is for. */
export function whichQuestion(
  purpose: Purpose,
  open: readonly { roundId: number; number: number; question: Question }[],
): Message {
  const summary =
    open.length === 1
      ? 'You’re done with the other question that is open here. Do you mean this one?'
      : `${open.length} questions are open here. Which one do you mean?`
  const listed = open.slice(0, mostListed)
  const unlisted = open.length - listed.length
  const blocks: Block[] = [
    { kind: 'text', text: [summary] },
    {
      kind: 'list',
      items: listed.map(({ number, question }) => [
        { bold: `#${number}` },
        ': ',
        ...prose(shortened(question.prompt, promptMost)),
      ]),
    },
    {
      kind: 'buttons',
      buttons: listed.map(({ roundId, number }) => ({
        action: `${purpose}:${roundId}`,
        label: `${purposeLabels[purpose]} #${number}`,
        look: 'plain',
      })),
    },
    { kind: 'note', text: [nothingCounted[purpose]] },
  ]
  if (unlisted > 0) {
    const more = counted(unlisted, 'older question has its', 'older questions have their')
    blocks.push({ kind: 'note', text: [`${more} buttons in the channel.`] })
  }
  return { summary, blocks }
}
