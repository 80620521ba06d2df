import type { Question } from '../domain/question.ts'
import type { RoundFigures } from '../domain/round-figures.ts'
import type { Block, Message, Rich } from '../ports/message.ts'
import { recallButtons, recallNote } from './past/recall.ts'
import { turnout } from './question.ts'
import { listed, paragraph, plain, prose, shortened, sourceName } from './rich.ts'
import { namedIdeas } from './what-was-found.ts'

/** Returns the URL of a file of this project. */
export type SourceLink = (path: string) => string

/** The reveal below a closed round. `inThread` is set if people can continue talking there. */
export function reveal(
  question: Question,
  figures: RoundFigures,
  { roundId, inThread, sourceLink }: { roundId: number; inThread: boolean; sourceLink: SourceLink },
): Message {
  const blocks: Block[] = [
    { kind: 'heading', text: 'The answer' },
    { kind: 'text', text: prose(question.answer) },
  ]
  const ideas = ideaLines(question, figures)
  if (ideas.length > 0) blocks.push({ kind: 'list', items: ideas })
  if (figures.commonMisconception) {
    blocks.push({
      kind: 'text',
      text: [{ bold: 'A common misconception. In fact: ' }, ...prose(figures.commonMisconception.tell)],
    })
  }
  blocks.push(...paragraph(question.explanation))
  if (figures.players > 0) blocks.push({ kind: 'text', text: [people(figures)] })
  const more = readMore(question, sourceLink)
  if (more.length > 0) blocks.push({ kind: 'note', text: more })
  if (inThread) blocks.push({ kind: 'text', text: [talk] })
  blocks.push({ kind: 'note', text: [recallNote] }, recallButtons(roundId))
  const outcome = figures.players === 0 ? 'nobody answered this one' : `${figures.correct} of ${figures.players} got it`
  const asked = shortened(plain(prose(question.prompt)), longestAsked)
  return {
    summary: `The answer is out: ${outcome}. ${question.answer}`,
    headline: `The answer to “${asked}” is out: ${outcome}.`,
    blocks,
  }
}

/**
 * The maximum length of the question in a headline, which names it because several questions may close at the same
 * time.
 */
const longestAsked = 60

const talk = 'Surprised, or do you know more? Discuss it in the thread.'

export function threadName(question: Question): string {
  return `Talk: ${plain(prose(question.prompt))}`
}

/** For a player who arrives after the round was closed. Includes the model answer. */
export function lateReveal(question: Question, roundId: number): Message {
  const kindly = 'This question is closed, so your answer doesn’t count anymore. Here is the model answer.'
  return {
    summary: kindly,
    blocks: [
      { kind: 'text', text: [kindly] },
      { kind: 'quote', text: prose(question.answer) },
      ...paragraph(question.explanation),
      recallButtons(roundId),
    ],
  }
}

function ideaLines({ rubric }: Question, figures: RoundFigures): Rich[] {
  return namedIdeas(rubric, rubric.points).map(({ name, ids }) => {
    const shares = ids.flatMap((id) => figures.pointShares.get(id) ?? [])
    if (shares.length === 0) return prose(name)
    return [...prose(name), ` (${Math.round(Math.max(...shares) * 100)}% got this)`]
  })
}

function people(figures: RoundFigures): string {
  const said = [`${turnout(figures)[0]?.toUpperCase()}${turnout(figures).slice(1)}.`]
  if (figures.firstCorrect) said.push(`First to get it right: ${figures.firstCorrect}.`)
  if (figures.best.length > 0) said.push(`Most points: ${listed(figures.best)}.`)
  return said.join(' ')
}

/** Links to read more about a question; empty if there are none. */
export function readMore(question: Question, sourceLink: SourceLink): Rich {
  const rich: Rich = question.sources.length === 0 ? [] : ['Read more: ']
  question.sources.forEach((source, index) => {
    if (index > 0) rich.push(', ')
    rich.push({ link: sourceName(source), url: source })
  })
  if (question.app) rich.push(' · used in this app: ', { link: question.app, url: sourceLink(question.app) })
  if (rich.length > 0 && question.asOf !== '') rich.push(` · as of ${question.asOf}`)
  return rich
}
