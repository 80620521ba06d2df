import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Grade, Rubric, Verdict } from '../rubric/rubric.ts'
import { RubricError } from '../rubric/rubric-error.ts'
import { readText } from '../rubric/text/read-text.ts'
import { newId } from './rubric-fields.ts'
import type { GradedAnswer } from './sorted-answers.ts'

/** One change of a rubric that would grade an answer more as its author sorted it. */
export type Offer =
  /** These words say this idea too. */
  | { kind: 'say'; point: string; pattern: string }
  /** A right answer must have this idea. */
  | { kind: 'need'; point: string }
  /** These words are a mistake. */
  | { kind: 'mistake'; pattern: string }
  /** So much of what earned the whole score so far earns it. */
  | { kind: 'ask'; share: number }

/** For the answer in this place. */
export type OffersOf = { at: number; offers: Offer[] }

type Compile = (rubric: Rubric) => CompiledRubric

const rank: Record<Verdict, number> = { incorrect: 0, partial: 1, correct: 2 }
/** The least score of each verdict. */
const least: Record<Verdict, number> = { incorrect: 0, partial: 0.25, correct: 0.8 }

const most = { answers: 12, words: 6, points: 6, tried: 160, offered: 3 }

/** The rubric with what was offered. */
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
 * For each answer that is graded otherwise than sorted, what would change that, the best first. Nothing is offered that
 * grades another sorted answer worse.
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

/** By how many more answers agree, and a little for a score that comes nearer; nothing where another one is lost. */
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
  // Where a comparison decides, a score that is only nearer changes nothing.
  if (nearer <= 0.02 || (compiled.comparison && more === 0)) return 0
  // Of two that do the same the one that teaches words is better than the one that only asks for less or more.
  return more + nearer / 2 + (offer.kind === 'say' || offer.kind === 'mistake' ? 0.05 : 0)
}

/** Nothing where the rubric can't hold it: no more can be asked for than can be earned. */
function compiledWith(rubric: Rubric, offer: Offer, compile: Compile): CompiledRubric | undefined {
  try {
    return compile(withOffer(rubric, offer, '-'))
  } catch (error) {
    if (error instanceof RubricError) return undefined
    throw error
  }
}

/** How far a grade is from what its author wants. */
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

/** Just so much less or more that this score would have the wanted verdict. */
function scalesTo(label: Verdict, { score, misconceptions }: Grade, tooLow: boolean): Offer[] {
  if (score <= 0 || misconceptions.length > 0) return []
  if (tooLow) return [{ kind: 'ask', share: Math.floor((score / least[label]) * 990) / 1000 }]
  const under = least[label === 'partial' ? 'correct' : 'partial']
  // A whole score may be far more than was asked for.
  const shares = score >= 1 ? [1.25, 1.5] : [Math.ceil((score / under) * 1010) / 1000]
  return shares.map((share) => ({ kind: 'ask', share }))
}

/** Words with content, single or next to each other, that are in none of the other answers. */
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
