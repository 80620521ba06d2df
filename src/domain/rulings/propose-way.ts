import type { Question } from '../question.ts'
import { compileRubric } from '../rubric/compile-rubric.ts'
import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Grade } from '../rubric/rubric.ts'
import { readPrompt } from '../rubric/text/prompt-words.ts'
import { type Idea, readIdeas } from '../rubric-draft/read-ideas.ts'
import { type Addition, type Bound, isRefused, withAdditions } from './additions.ts'
import { isBetter } from './mark.ts'

/** How many words of a text are used in patterns, and how many patterns are tried in the whole rubric. */
const mostWords = 9
const mostTried = 24

const negated = '(not|no|never|without) ...'

type Proposed = { question: Question; text: string; bounds: readonly Bound[] }

/**
 * Finds the smallest addition to a question that improves the grade of a text and doesn't let any text in `bounds` pass
 * that must not. The addition is a pattern of two or three words of the text. Returns undefined if there is none. Runs
 * in steps, because each attempt grades all texts in `bounds`.
 */
export function* proposeWay(
  { question, text, bounds }: Proposed,
  compile: (question: Question) => CompiledRubric,
): Generator<void, Addition | undefined> {
  const plain = compile(question)
  const before = gradeAnswer(plain, text)
  const missing = missingPoints(question, before)
  if (missing.length === 0) return undefined
  const held = yield* gradesOf(plain, bounds)
  const patterns = yield* tellingPatterns(question, text, { bounds, used: usedBy(before, text) })
  let best: { addition: Addition; grade: Grade } | undefined
  for (const pattern of patterns.slice(0, mostTried)) {
    for (const point of missing) {
      const addition = { point, says: [pattern] }
      const rubric = compile(withAdditions(question, [addition]))
      const grade = gradeAnswer(rubric, text)
      yield
      if (!isMore(grade, best?.grade ?? before) || (yield* letsPass(rubric, bounds, held))) continue
      best = { addition, grade }
      if (grade.verdict === 'correct') return addition
    }
    // A longer pattern finds no more than a shorter one.
    if (best !== undefined) return best.addition
  }
  return undefined
}

/** Points that weren't found, required ones and highest weights first. */
function missingPoints({ rubric }: Question, { points }: Grade): string[] {
  const found = new Set(points.flatMap((point) => (point.found ? [point.id] : [])))
  return rubric.points
    .filter(({ id, says }) => says !== undefined && !found.has(id))
    .toSorted(
      (one, other) =>
        Number(other.required ?? false) - Number(one.required ?? false) || (other.weight ?? 1) - (one.weight ?? 1),
    )
    .map(({ id }) => id)
}

/** Patterns that match the text but neither the question nor any text that must not pass, best first. */
function* tellingPatterns(
  { prompt }: Question,
  text: string,
  { bounds, used }: { bounds: readonly Bound[]; used: readonly string[] },
): Generator<void, string[]> {
  const patterns = patternsOf(text, new Set([...readPrompt(prompt).stems, ...used]))
  if (patterns.length === 0) return []
  const probe = compileRubric({ points: patterns.map((says, at) => ({ id: `p${at}`, label: '', says: [says] })) })
  const finds = (other: string) => gradeAnswer(probe, other).points.map(({ found }) => found)
  const inText = finds(text)
  const elsewhere = new Set<number>()
  for (const other of [prompt, ...bounds.map((bound) => bound.text)]) {
    for (const [at, found] of finds(other).entries()) if (found) elsewhere.add(at)
    yield
  }
  return patterns.filter((_, at) => inText[at] === true && !elsewhere.has(at))
}

/** Prefers two words over a single one, which may also occur in wrong answers, and neighbors over distant words. */
function patternsOf(text: string, known: ReadonlySet<string>): string[] {
  const seen = new Set<string>()
  const ideas = readIdeas(text).filter(({ key, text: { length } }) => length > 1 && !seen.has(key) && seen.add(key))
  const worth = (place: number) => rank(ideas[place], known)
  const words = [...ideas.keys()].toSorted((one, other) => worth(one) - worth(other)).slice(0, mostWords)
  const inOrder = words.toSorted((one, other) => one - other)
  const weak = (row: readonly number[]) => row.reduce((sum, place) => sum + worth(place), 0)
  const rows = [2, 3].flatMap((length) =>
    rowsOf(inOrder, length).toSorted((one, other) => weak(one) - weak(other) || lengthOf(one) - lengthOf(other)),
  )
  const single = words.filter((place) => !known.has(ideas[place]?.key ?? '')).map((place) => [place])
  // A pattern for a negated word already consists of two words.
  const [denied, plain] = [true, false].map((is) => single.filter(([place = 0]) => ideas[place]?.negated === is))
  return [...(denied ?? []), ...rows, ...(plain ?? [])]
    .map((places) => places.flatMap((place) => ideas[place] ?? []))
    .filter((some) => some.every(({ sentence }) => sentence === some[0]?.sentence))
    .map((some) => some.map(patternOf).join(' ... '))
}

/** All combinations of `length` places, in order. */
function rowsOf(places: readonly number[], length: number): number[][] {
  if (length === 0) return [[]]
  return places.flatMap((place, at) => rowsOf(places.slice(at + 1), length - 1).map((rest) => [place, ...rest]))
}

function lengthOf(places: readonly number[]): number {
  return (places.at(-1) ?? 0) - (places[0] ?? 0)
}

/** Higher for less specific words: words of the question or of found ideas, and labels. */
function rank(idea: Idea | undefined, known: ReadonlySet<string>): number {
  if (idea === undefined) return 0
  return Number(known.has(idea.key)) + Number(idea.kind === 'label')
}

/** The keys of the words in the evidence of found points. */
function usedBy({ points }: Grade, text: string): string[] {
  return points.flatMap(({ evidence }) =>
    evidence.flatMap(({ start, end }) => readIdeas(text.slice(start, end)).map(({ key }) => key)),
  )
}

function patternOf({ text, negated: denied }: Idea): string {
  return denied ? `${negated} ${text.toLowerCase()}` : text.toLowerCase()
}

function* gradesOf(rubric: CompiledRubric, bounds: readonly Bound[]): Generator<void, Grade['verdict'][]> {
  const verdicts: Grade['verdict'][] = []
  for (const { text } of bounds) {
    verdicts.push(gradeAnswer(rubric, text).verdict)
    yield
  }
  return verdicts
}

function* letsPass(
  rubric: CompiledRubric,
  bounds: readonly Bound[],
  held: readonly Grade['verdict'][],
): Generator<void, boolean> {
  for (const [at, bound] of bounds.entries()) {
    const before = held[at] ?? 'correct'
    if (isRefused(bound, { before, after: gradeAnswer(rubric, bound.text).verdict })) return true
    yield
  }
  return false
}

function isMore(one: Grade, other: Grade): boolean {
  return isBetter(one.verdict, other.verdict) || (one.verdict === other.verdict && one.score > other.score)
}
