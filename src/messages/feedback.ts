import type { Question } from '../domain/question.ts'
import { missingIdeas } from '../domain/rubric/match/missing-ideas.ts'
import { isMixedUp } from '../domain/rubric/misconceptions-of.ts'
import type { Grade } from '../domain/rubric/rubric.ts'
import { fullPoints, hintCost, laterShare } from '../domain/scoring.ts'
import type { Block, Button, Message } from '../ports/message.ts'
import { isMoment, type Moments, momentLines } from './habit/moments.ts'
import { reminderOffer, remindMe } from './habit/reminder.ts'
import { listed, marked, prose, shareInWords, shortened } from './rich.ts'
import { movedTo } from './teams/team.ts'
import { alikeLine, foundIdeas, misconceptionLines } from './what-was-found.ts'

/** The verdict as a sign and a word, so that it doesn't depend on a sign or a color alone. */
export const openings: Record<Grade['verdict'], string> = {
  correct: '✓ That’s right.',
  partial: '◐ Partly right.',
  incorrect: '✗ Not yet.',
}

type Told = Moments & {
  question: Question
  text: string
  /** Its readings are only those that changed the result. */
  grade: Grade
  points: number
  /** Includes the points of earlier attempts. */
  total: number
  /** The scores of the earlier attempts, 0 to 1. */
  before: readonly number[]
  /** Whether the hint lowered the points of this answer. */
  hint: boolean
  /** Which try this was, from 1, and how many there are. */
  attempt: number
  attempts: number
  attemptsLeft: number
  answerId: number
  roundId: number
  closed: boolean
  /** The team in which an admin has put the player since the last feedback. */
  newTeam?: string
  offersReminder: boolean
}

const longestQuote = 400
const longestPrompt = 120

/**
 * The private feedback for a player: their own words for each found idea, the number of missing ideas (the reveal names
 * them), misconceptions with corrections, the calculation of the points, and how misspelled words were read.
 */
export function feedback(told: Told): Message {
  const { grade, text } = told
  const points = earned(told)
  const blocks: Block[] = [{ kind: 'text', text: [{ bold: openings[grade.verdict] }, ` ${points}`] }]
  // Names the question, because several may be open and the message isn't next to it.
  blocks.push({ kind: 'note', text: prose(shortened(told.question.prompt, longestPrompt)) })
  const evidence = grade.points.flatMap((point) => point.evidence)
  if (text.trim() !== '') blocks.push({ kind: 'quote', text: marked(text, evidence, longestQuote) })
  const found = foundIdeas(told)
  if (found.length > 0) blocks.push({ kind: 'list', items: found })
  const notYet = missing(told)
  if (notYet) blocks.push({ kind: 'text', text: [notYet] })
  const besideOthers = alikeLine(grade)
  if (besideOthers) blocks.push({ kind: 'text', text: [besideOthers] })
  blocks.push(...misconceptionLines(told))
  if (grade.readings.length > 0) {
    const read = grade.readings.map((reading) => `“${reading.read}” as “${reading.as}”`)
    blocks.push({ kind: 'note', text: [`I read ${listed(read)}.`] })
  }
  const moments = momentLines(told)
  if (moments.length > 0) blocks.push({ kind: 'text', text: [moments.join('\n')] })
  if (told.newTeam !== undefined) blocks.push({ kind: 'note', text: [movedTo(told.newTeam)] })
  const reason = whyThesePoints(told)
  if (reason) blocks.push({ kind: 'note', text: [reason] })
  blocks.push({ kind: 'note', text: [whatNext(told)] })
  if (told.offersReminder) blocks.push({ kind: 'note', text: [reminderOffer] })
  const buttons = nextButtons(told)
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons })
  return {
    summary: `${openings[grade.verdict]} ${points}`,
    verdict: grade.verdict,
    ...(isMoment(told) && { celebrates: true }),
    blocks,
  }
}

/** `+8 of 20.`, and after the first attempt `+2 of 20, 12 in all.` */
function earned({ question, points, total, before }: Told): string {
  const inAll = before.length === 0 ? '' : `, ${total} in all`
  return `+${points} of ${fullPoints(question.difficulty)}${inAll}.`
}

const tryNames = ['first', 'second', 'third', 'fourth', 'fifth']

/** The rules that lowered the points, in one line. */
function whyThesePoints({ question, grade, points, before, hint }: Told): string | undefined {
  const reasons: string[] = []
  if (before.length > 0) {
    const adds = grade.score > Math.max(...before)
    const counts = `a ${tryNames[before.length] ?? 'later'} try counts ${shareInWords(laterShare)}`
    reasons.push(adds ? counts : 'this adds nothing to your best try')
  }
  if (hint && points > 0) reasons.push(`the hint cost ${shareInWords(hintCost)}`)
  const costly = grade.misconceptions.some(({ id }) =>
    question.rubric.misconceptions?.some((one) => one.id === id && (one.costs ?? 1) > 0),
  )
  if (costly) reasons.push('mistakes cost points')
  if (reasons.length === 0) return undefined
  const line = listed(reasons)
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`
}

export function beingGraded(text: string): Message {
  return above(text, 'Got it. Your answer is being graded.')
}

/** For the same text as a recent answer that isn't graded yet. */
export function sentBefore(text: string): Message {
  return above(text, 'I already have this answer, and it’s being graded. You’ll see the grade where you first sent it.')
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

function missing({ question, grade }: { question: Question; grade: Grade }): string | undefined {
  const count = missingIdeas(question.rubric, grade)
  if (grade.verdict === 'correct') {
    if (grade.score === 1 || count === 0) return undefined
    return `${count === 1 ? 'One more key idea' : `${count} more key ideas`} would make it complete.`
  }
  if (grade.points.every((point) => !point.found)) return grade.alike ? undefined : 'None of the key ideas yet.'
  if (count === 0) return isMixedUp(grade) ? undefined : 'All the key ideas are there.'
  return count === 1 ? 'One key idea is still missing.' : `${count} key ideas are still missing.`
}

/** Stays true when the player has used more tries or the question has closed, because the message isn't updated. */
function whatNext({ grade, attempt, attempts, attemptsLeft, closed }: Told): string {
  if (closed) return 'This question has closed. The model answer is in its thread.'
  const answerComes = 'The model answer is posted when the question closes.'
  if (grade.verdict === 'correct') return answerComes
  if (attempts === 1) return `This was your only try. ${answerComes}`
  const which = `This was try ${attempt} of ${attempts}.`
  if (attemptsLeft === 0) return `${which} ${answerComes}`
  return `${which} Anything you add on a later try counts ${shareInWords(laterShare)}.`
}

function nextButtons(told: Told): Button[] {
  const buttons: Button[] = []
  if (canTryAgain(told)) {
    buttons.push({ action: `answer:${told.roundId}`, label: 'Try again', look: 'primary' })
  }
  if (told.total > 0 && !canTryAgain(told)) {
    buttons.push({ action: `share:${told.roundId}`, label: 'Share', look: 'plain' })
  }
  if (told.offersReminder) buttons.push(remindMe)
  if (told.grade.score < 1) buttons.push({ action: `dispute:${told.answerId}`, label: 'Dispute', look: 'plain' })
  return buttons
}

function canTryAgain({ closed, attemptsLeft, grade }: Told): boolean {
  return !closed && attemptsLeft > 0 && grade.verdict !== 'correct'
}
