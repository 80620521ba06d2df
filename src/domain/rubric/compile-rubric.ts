import { checkRubric } from './check-rubric.ts'
import { compileWays } from './compile-ways.ts'
import type { Matcher } from './compiled-pattern.ts'
import type { CompiledMisconception, CompiledPoint, CompiledRubric } from './compiled-rubric.ts'
import { type Comparison, prepareComparison } from './drafts/comparison.ts'
import { largestRubric } from './limits.ts'
import { PatternCompiler } from './pattern/compile-pattern.ts'
import { compilePrecedents, type SortedAnswer } from './precedents/precedents.ts'
import type { Rubric, Synonyms } from './rubric.ts'
import { RubricError } from './rubric-error.ts'
import { compileSettled } from './settled/settled.ts'
import { startVocabulary, type Vocabulary } from './spelling/vocabulary.ts'
import { readHint, readPrompt } from './text/prompt-words.ts'

export type RubricContext = {
  /** The question. An answer that only repeats it earns nothing. */
  prompt?: string
  /** An answer that only repeats the hint earns nothing either. */
  hint?: string
  synonyms?: Synonyms
  /** Shared by the rubrics of a bank, so that words and sets are compiled only once. */
  vocabulary?: Vocabulary
  /** Labeled answers, with which new answers are compared. If absent, only the rubric decides. */
  sorted?: readonly SortedAnswer[]
  /** Answers that one workspace has settled for itself. */
  settled?: readonly SortedAnswer[]
  /** `sorted` in prepared form, for a draft that is compiled repeatedly. */
  comparison?: Comparison | undefined
}

/** Prepares a rubric for grading, once per version. Throws a `RubricError` with a message for its author. */
export function compileRubric(rubric: Rubric, context: RubricContext = {}): CompiledRubric {
  const { points, misconceptions = [], groups = {} } = rubric
  checkRubric(rubric)
  const vocabulary = context.vocabulary ?? startVocabulary()
  const compiler = new PatternCompiler(vocabulary, context.synonyms ?? {})
  const compileAll = (patterns: string[], path: string): Matcher[] =>
    patterns.map((pattern, i) => {
      const matcher = compiler.compile(pattern, `${path}[${i}]`)
      if (compiler.parts > largestRubric) {
        throw new RubricError({
          code: 'pattern-too-large',
          path,
          expected: `at most ${largestRubric} parts in all patterns and the sets they use`,
        })
      }
      return matcher
    })
  const names = new Map<string, number>()
  const compiledPoints = points.map(
    (point, i): CompiledPoint => ({
      id: point.id,
      weight: point.weight ?? 1,
      required: point.required ?? false,
      group: point.group,
      exclusive: point.exclusive,
      says: compileAll(point.says ?? [], `points[${i}].says`),
      not: compileAll(point.not ?? [], `points[${i}].not`),
      about: point.about && {
        number: numberOf(point.about, names),
        is: compileAll(point.about, `points[${i}].about`),
      },
      order: point.order && compileAll(point.order, `points[${i}].order`),
    }),
  )
  const places = new Map(points.map(({ id }, place) => [id, place]))
  const compiledMisconceptions = misconceptions.map(
    (misconception, i): CompiledMisconception => ({
      id: misconception.id,
      costs: misconception.costs ?? 1,
      says: compileAll(misconception.says, `misconceptions[${i}].says`),
      not: compileAll(misconception.not ?? [], `misconceptions[${i}].not`),
      unless: (misconception.unless ?? []).flatMap((id) => places.get(id) ?? []),
    }),
  )
  const most = new Map(Object.entries(groups).map(([name, group]) => [name, group.most]))
  return {
    points: compiledPoints,
    ways: compileWays(rubric, compiledPoints, most),
    misconceptions: compiledMisconceptions,
    list: rubric.list ?? false,
    groups: most,
    lexicon: compiler.lexicon(),
    prompt: context.prompt === undefined ? undefined : readPrompt(context.prompt, vocabulary.plain),
    hint: context.hint === undefined ? undefined : readHint(context.hint, vocabulary.plain),
    precedents: rubric.draft ? undefined : compilePrecedents(context.sorted ?? []),
    comparison: rubric.draft && !vocabulary.plain ? comparisonIn(context) : undefined,
    settled: vocabulary.plain ? undefined : settledIn(rubric, context),
  }
}

function comparisonIn({ prompt = '', sorted, comparison }: RubricContext): Comparison | undefined {
  return comparison ?? (sorted && prepareComparison(prompt, sorted))
}

function settledIn({ draft = false }: Rubric, { prompt = '', sorted = [], settled = [] }: RubricContext) {
  return compileSettled({ draft, prompt }, sorted, settled)
}

function numberOf(about: readonly string[], names: Map<string, number>): number {
  const key = JSON.stringify(about)
  const number = names.get(key) ?? names.size
  names.set(key, number)
  return number
}
