import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Grade, Rubric, Verdict } from '../rubric/rubric.ts'
import { RubricError } from '../rubric/rubric-error.ts'
import { readText } from '../rubric/text/read-text.ts'
import { newId } from './rubric-fields.ts'
import type { GradedAnswer } from './sorted-answers.ts'

/** A change to the rubric that brings the grade of an answer closer to its label. */
export type Offer =
  /** Adds a pattern to an idea. */
  | { kind: 'say'; point: string; pattern: string }
  /** Makes an idea required for a correct answer. */
  | { kind: 'need'; point: string }
  /** Adds a misconception. */
  | { kind: 'mistake'; pattern: string }
  /** Changes the weight that earns the full score to this share of the current one. */
  | { kind: 'ask'; share: number }

export type OffersOf = { at: number; offers: Offer[] }

type Compile = (rubric: Rubric) => CompiledRubric

const rank: Record<Verdict, number> = { incorrect: 0, partial: 1, correct: 2 }
const least: Record<Verdict, number> = { incorrect: 0, partial: 0.25, correct: 0.8 }

const most = { answers: 12, words: 6, points: 6, tried: 160, offered: 3 }

export function withOffer(rubric: Rubric, offer: Offer, tell: string): Rubric {
  switch (offer.kind) {
    case 'say':
      return changed(rubric, offer.point, ({ says = [], ...point }) => ({ ...point, says: [...says, offer.pattern] }))
    case 'need':
      return changed(rubric, offer.point, (point) => ({ ...point, required: true }))
    case 'mistake': {
      const before = rubric.misconceptions ?? []
      const id = newId(offer.pattern, 'mistake', new Set(before.map((one) => one.id)))
      return { ...rubric, misconceptions: [...before, { id, says: [offer.pattern], tell }] }
    }
    case 'ask':
      return asking(rubric, offer.share)
  }
}

function changed(
  rubric: Rubric,
  id: string,
  change: (point: Rubric['points'][number]) => Rubric['points'][number],
): Rubric {
  return {
    ...rubric,
    points: rubric.points.map((point) => (point.id === id && point.order === undefined ? change(point) : point)),
  }
}

function asking(rubric: Rubric, share: number): Rubric {
  const all = (ids?: readonly string[]) =>
    rubric.points.reduce((sum, { id, weight = 1 }) => sum + (ids === undefined || ids.includes(id) ? weight : 0), 0)
  const scaled = (full: number) => Math.max(0.001, Math.round(full * share * 1000) / 1000)
  if (rubric.ways === undefined) return { ...rubric, full: scaled(rubric.full ?? all()) }
  return { ...rubric, ways: rubric.ways.map((way) => ({ ...way, full: scaled(way.full ?? all(way.points)) })) }
}

/**
 * For each answer whose grade differs from its label, returns the changes that would fix it, best first. Excludes
 * changes that would make the grade of another labeled answer worse.
 */
export function findOffers(
  rubric: Rubric,
  prompt: string,
  tried: readonly GradedAnswer[],
  compile: Compile,
): OffersOf[] {
  const agreed = tried.filter(isAgreed).length
  let left = most.tried
  return tried
    .filter((one) => one.label !== undefined && !isAgreed(one))
    .slice(0, most.answers)
    .map((one) => {
      const candidates = candidatesOf(rubric, prompt, one, tried).slice(0, Math.max(0, left))
      left -= candidates.length
      const gains = candidates.flatMap((offer) => {
        const gain = gainOf(rubric, offer, one, tried, agreed, compile)
        return gain > 0 ? [{ offer, gain }] : []
      })
      const offers = gains.toSorted((a, b) => b.gain - a.gain).map(({ offer }) => offer)
      return { at: tried.indexOf(one), offers: offers.slice(0, most.offered) }
    })
}

function isAgreed({ label, grade }: GradedAnswer): boolean {
  return label === grade.verdict
}

/**
 * How many more answers agree with their label, plus a small bonus for a closer score. Returns 0 if another answer
 * would no longer agree.
 */
function gainOf(
  rubric: Rubric,
  offer: Offer,
  one: GradedAnswer,
  tried: readonly GradedAnswer[],
  agreed: number,
  compile: Compile,
): number {
  const compiled = compiledWith(rubric, offer, compile)
  if (compiled === undefined) return 0
  const after = tried.map((each) => ({ ...each, grade: gradeAnswer(compiled, each.text) }))
  const more = after.filter(isAgreed).length - agreed
  if (more < 0) return 0
  const now = after[tried.indexOf(one)]?.grade ?? one.grade
  const nearer = distance(one.label, one.grade) - distance(one.label, now)
  // If a comparison decides the verdict, a closer score has no effect.
  if (nearer <= 0.02 || (compiled.comparison && more === 0)) return 0
  // Prefers offers that add words over offers that only change the required weight.
  return more + nearer / 2 + (offer.kind === 'say' || offer.kind === 'mistake' ? 0.05 : 0)
}

/**
 * Returns undefined if the changed rubric is invalid, such as one that requires more weight than its points can earn.
 */
function compiledWith(rubric: Rubric, offer: Offer, compile: Compile): CompiledRubric | undefined {
  try {
    return compile(withOffer(rubric, offer, '-'))
  } catch (error) {
    if (error instanceof RubricError) return undefined
    throw error
  }
}

function distance(label: Verdict | undefined, { score, verdict }: Grade): number {
  if (label === undefined || label === verdict) return 0
  const wanted = least[label]
  const above = label === 'correct' ? 1 : least[label === 'partial' ? 'correct' : 'partial']
  return 0.1 + (score < wanted ? wanted - score : Math.max(0, score - above))
}

function candidatesOf(rubric: Rubric, prompt: string, one: GradedAnswer, tried: readonly GradedAnswer[]): Offer[] {
  const { label = 'incorrect', grade } = one
  const tooLow = rank[label] > rank[grade.verdict]
  const scales: Offer[] = scalesTo(label, grade, tooLow)
  const others = tried.filter((each) =>
    tooLow ? each.label === 'incorrect' : rank[each.label ?? 'incorrect'] > rank[label],
  )
  const words = tellingWords(one, prompt, tooLow, others)
  if (tooLow) {
    const lacked = new Set(grade.points.flatMap(({ id, found }) => (found ? [] : [id])))
    const points = rubric.points
      .filter(({ id, order }) => lacked.has(id) && order === undefined)
      .toSorted((a, b) => (b.weight ?? 1) - (a.weight ?? 1))
      .slice(0, most.points)
    return [
      ...scales,
      ...words.flatMap((pattern) => points.map(({ id }): Offer => ({ kind: 'say', point: id, pattern }))),
    ]
  }
  const right = tried.filter((each) => each.label === 'correct')
  const needs = grade.points.flatMap(({ id, found }): Offer[] => {
    const all =
      right.length > 0 && right.every((each) => each.grade.points.some((point) => point.id === id && point.found))
    return !found && all ? [{ kind: 'need', point: id }] : []
  })
  return [...needs, ...scales, ...words.map((pattern): Offer => ({ kind: 'mistake', pattern }))]
}

/** Changes the required weight by just enough to give this score the wanted verdict. */
function scalesTo(label: Verdict, { score, misconceptions }: Grade, tooLow: boolean): Offer[] {
  if (score <= 0 || misconceptions.length > 0) return []
  if (tooLow) return [{ kind: 'ask', share: Math.floor((score / least[label]) * 990) / 1000 }]
  const under = least[label === 'partial' ? 'correct' : 'partial']
  // An answer with the full score may have earned far more than required.
  const shares = score >= 1 ? [1.25, 1.5] : [Math.ceil((score / under) * 1010) / 1000]
  return shares.map((share) => ({ kind: 'ask', share }))
}

/** Content words, single or adjacent, that occur in none of the other answers. */
function tellingWords(one: GradedAnswer, prompt: string, unused: boolean, others: readonly GradedAnswer[]): string[] {
  const { tokens, folded } = readText(one.text)
  const evidence = one.grade.points.flatMap((point) => point.evidence)
  const asked = new Set(readText(prompt).tokens.map(({ word }) => word.stem))
  const elsewhere = others.map(({ text }) => readText(text).tokens.map(({ word }) => word.stem))
  const known = new Set(elsewhere.flat())
  const content = tokens.filter(({ text, word, from, to }) => {
    if (word.empty || word.negator || asked.has(word.stem) || !/^[\p{L}\p{N}]+$/u.test(text)) return false
    return !(unused && folded.starts === undefined && evidence.some(({ start, end }) => from >= start && to <= end))
  })
  const single = content.flatMap(({ text, word }) => (known.has(word.stem) || text.length < 2 ? [] : [text]))
  const pairs = content.flatMap((token, at) => {
    const next = content[at + 1]
    if (next === undefined || next.sentence !== token.sentence) return []
    const both = elsewhere.some((stems) => stems.includes(token.word.stem) && stems.includes(next.word.stem))
    const isNew = known.has(token.word.stem) || known.has(next.word.stem)
    return both || !isNew ? [] : [`${token.text} ${next.text}`]
  })
  return [...new Set([...single, ...pairs])].slice(0, most.words)
}
