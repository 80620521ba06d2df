import { type Card, createEmptyCard, fsrs, type Grade as Rating, Rating as ratings, TypeConvert } from 'ts-fsrs'
import type { QuestionSummary } from './pick-question.ts'
import type { Verdict } from './rubric/rubric.ts'

/**
 * A player's memory of one question in the FSRS model (Ye, 2022), which determines when it is repeated. Plain data, so
 * that it can be stored.
 */
export type PracticeCard = { due: string; memory: unknown }

// Without randomness, the same answers give the same dates.
const scheduler = fsrs({ enable_fuzz: false })

const ratingOf: Record<Verdict, Rating> = {
  correct: ratings.Good,
  partial: ratings.Hard,
  incorrect: ratings.Again,
}

/** The card after an answer at `now`. `card` is undefined for the first answer. */
export function practised(card: PracticeCard | undefined, verdict: Verdict, now: Date): PracticeCard {
  const before: Card = card ? TypeConvert.card(card.memory as Card) : createEmptyCard(now)
  const after = scheduler.next(before, now, ratingOf[verdict]).card
  return { due: after.due.toISOString(), memory: JSON.parse(JSON.stringify(after)) as unknown }
}

/**
 * The model's state for one question. Starting at `at`, the chance of knowing the answer falls to 90 % within
 * `stability` days.
 */
export type Memory = { stability: number; difficulty: number; at: Date }

const dayMs = 24 * 60 * 60_000

/** The memory after an answer. `memory` is undefined for the first answer. */
export function remembered(memory: Memory | undefined, verdict: Verdict, at: Date): Memory {
  const days = memory ? daysBetween(memory.at, at) : 0
  const { stability, difficulty } = scheduler.next_state(memory ?? null, days, ratingOf[verdict])
  return { stability, difficulty, at }
}

export function memoryOf(card: PracticeCard): Memory {
  const { stability, difficulty, last_review } = card.memory as Card
  return { stability, difficulty, at: new Date(last_review ?? card.due) }
}

/** The chance, from 0 to 1, that the player knows the answer at a moment, if the question isn't repeated before then. */
export function recallAt({ stability, at }: Memory, moment: Date): number {
  return scheduler.forgetting_curve(daysBetween(at, moment), stability)
}

function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / dayMs))
}

/** What a player has practiced, was shown, and didn't answer correctly in rounds, by question id. */
export type KnownPractice = {
  cards: ReadonlyMap<string, PracticeCard>
  shown: ReadonlySet<string>
  missed: readonly string[]
}

/**
 * Chooses the next question to practice: first due questions, most overdue first; then questions answered incorrectly
 * in rounds and never practiced; then new ones in an order given by `seed`, starting with those never shown; finally
 * the question that is due next. Undefined for an empty bank.
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
 * The upcoming practice: due questions, questions answered incorrectly in rounds, and later repetitions with their
 * dates. New questions come in between.
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

/** Questions that were never practiced; only those never shown, if there are any. */
function neverPractised(bank: readonly QuestionSummary[], { cards, shown }: KnownPractice): QuestionSummary[] {
  const fresh = bank.filter(({ id }) => !cards.has(id))
  const unseen = fresh.filter(({ id }) => !shown.has(id))
  return unseen.length > 0 ? unseen : fresh
}
