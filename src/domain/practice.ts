import { type Card, createEmptyCard, fsrs, type Grade as Rating, Rating as ratings, TypeConvert } from 'ts-fsrs'
import type { QuestionSummary } from './pick-question.ts'
import type { Verdict } from './rubric/rubric.ts'

/**
 * How well one player knows one question, after the FSRS model (Ye, 2022): when it should come again. Plain data, so
 * that it can be stored.
 */
export type PracticeCard = { due: string; memory: unknown }

// No chance in it: the same answers give the same days.
const scheduler = fsrs({ enable_fuzz: false })

const ratingOf: Record<Verdict, Rating> = {
  correct: ratings.Good,
  partial: ratings.Hard,
  incorrect: ratings.Again,
}

/** The card after an answer at `now`; none before means that the question was never practised. */
export function practised(card: PracticeCard | undefined, verdict: Verdict, now: Date): PracticeCard {
  const before: Card = card ? TypeConvert.card(card.memory as Card) : createEmptyCard(now)
  const after = scheduler.next(before, now, ratingOf[verdict]).card
  return { due: after.due.toISOString(), memory: JSON.parse(JSON.stringify(after)) as unknown }
}

/**
 * What is practiced next: what is due, longest first; then what was missed in rounds and never practiced; then what is
 * new, in the order that `seed` gives, questions never shown first; in the end whatever is due first. Undefined for an
 * empty bank.
 */
export function pickPractice(
  bank: readonly QuestionSummary[],
  known: { cards: ReadonlyMap<string, PracticeCard>; shown: ReadonlySet<string>; missed: readonly string[] },
  now: Date,
  seed: number,
): QuestionSummary | undefined {
  const byDue = bank
    .flatMap((question) => {
      const card = known.cards.get(question.id)
      return card ? [{ question, due: card.due }] : []
    })
    .toSorted((a, b) => a.due.localeCompare(b.due))
  const due = byDue.find((one) => one.due <= now.toISOString())
  if (due) return due.question
  const fresh = bank.filter(({ id }) => !known.cards.has(id))
  const unseen = fresh.filter(({ id }) => !known.shown.has(id))
  const candidates = unseen.length > 0 ? unseen : fresh
  const missed = candidates.find(({ id }) => known.missed.includes(id))
  return missed ?? candidates[seed % Math.max(1, candidates.length)] ?? byDue[0]?.question
}
