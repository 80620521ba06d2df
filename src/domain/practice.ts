import { type Card, createEmptyCard, fsrs, type Grade as Rating, Rating as ratings, TypeConvert } from 'ts-fsrs'
import type { QuestionSummary } from './pick-question.ts'
import type { Verdict } from './rubric/rubric.ts'

/**
 * How well one player knows one question, by the FSRS model (Ye, 2022): when it should come again. Plain data, so that
 * it can be stored.
 */
export type PracticeCard = { due: string; memory: unknown }

// Without randomness: the same answers give the same days.
const scheduler = fsrs({ enable_fuzz: false })

const ratingOf: Record<Verdict, Rating> = {
  correct: ratings.Good,
  partial: ratings.Hard,
  incorrect: ratings.Again,
}

/** The card after an answer at `now`. No `card` means that the question was never practiced. */
export function practised(card: PracticeCard | undefined, verdict: Verdict, now: Date): PracticeCard {
  const before: Card = card ? TypeConvert.card(card.memory as Card) : createEmptyCard(now)
  const after = scheduler.next(before, now, ratingOf[verdict]).card
  return { due: after.due.toISOString(), memory: JSON.parse(JSON.stringify(after)) as unknown }
}

/**
 * What the model knows about one question: from `at` on, it takes `stability` days until the chance of knowing it falls
 * to nine in ten.
 */
export type Memory = { stability: number; difficulty: number; at: Date }

const dayMs = 24 * 60 * 60_000

/** The memory after an answer; without one before, the question was never answered. */
export function remembered(memory: Memory | undefined, verdict: Verdict, at: Date): Memory {
  const days = memory ? daysBetween(memory.at, at) : 0
  const { stability, difficulty } = scheduler.next_state(memory ?? null, days, ratingOf[verdict])
  return { stability, difficulty, at }
}

export function memoryOf(card: PracticeCard): Memory {
  const { stability, difficulty, last_review } = card.memory as Card
  return { stability, difficulty, at: new Date(last_review ?? card.due) }
}

/** The chance, from 0 to 1, that the player knows the question at a moment, if it doesn't come up until then. */
export function recallAt({ stability, at }: Memory, moment: Date): number {
  return scheduler.forgetting_curve(daysBetween(at, moment), stability)
}

function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / dayMs))
}

/** What one player has practiced, was shown, and didn't get right in rounds, by question id. */
export type KnownPractice = {
  cards: ReadonlyMap<string, PracticeCard>
  shown: ReadonlySet<string>
  missed: readonly string[]
}

/**
 * What is practiced next: what is due, longest first; then what was missed in rounds and never practiced; then what is
 * new, in the order that `seed` gives, questions never shown first; finally, whatever is due next. Undefined for an
 * empty bank.
 */
export function pickPractice(
  bank: readonly QuestionSummary[],
  known: KnownPractice,
  now: Date,
  seed: number,
): QuestionSummary | undefined {
  const cards = byDue(bank, known)
  const due = cards.find((one) => one.due <= now.toISOString())
  if (due) return due.question
  const candidates = neverPractised(bank, known)
  const missed = candidates.find(({ id }) => known.missed.includes(id))
  return missed ?? candidates[seed % Math.max(1, candidates.length)] ?? cards[0]?.question
}

export type ComingPractice = { question: QuestionSummary; when: 'due' | 'missed' | Date }

/**
 * What practice will ask next, as far as is known: what is due, what was missed in rounds, and what comes back later
 * and when. New questions come in between.
 */
export function comingPractice(bank: readonly QuestionSummary[], known: KnownPractice, now: Date): ComingPractice[] {
  const cards = byDue(bank, known).map(({ question, due }): ComingPractice => {
    const moment = new Date(due)
    return { question, when: moment <= now ? 'due' : moment }
  })
  const missed = neverPractised(bank, known)
    .filter(({ id }) => known.missed.includes(id))
    .map((question): ComingPractice => ({ question, when: 'missed' }))
  return [...cards.filter(({ when }) => when === 'due'), ...missed, ...cards.filter(({ when }) => when !== 'due')]
}

function byDue(
  bank: readonly QuestionSummary[],
  { cards }: KnownPractice,
): { question: QuestionSummary; due: string }[] {
  return bank
    .flatMap((question) => {
      const card = cards.get(question.id)
      return card ? [{ question, due: card.due }] : []
    })
    .toSorted((a, b) => a.due.localeCompare(b.due))
}

/** Those that were never shown, as long as there are any. */
function neverPractised(bank: readonly QuestionSummary[], { cards, shown }: KnownPractice): QuestionSummary[] {
  const fresh = bank.filter(({ id }) => !cards.has(id))
  const unseen = fresh.filter(({ id }) => !shown.has(id))
  return unseen.length > 0 ? unseen : fresh
}
