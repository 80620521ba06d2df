import { checkPositive } from './check-positive.ts'
import { compileWays } from './compile-ways.ts'
import type { CompiledMisconception, CompiledPoint, CompiledRubric, Matcher } from './compiled-rubric.ts'
import { largestRubric } from './limits.ts'
import { PatternCompiler } from './pattern/compile-pattern.ts'
import type { Rubric, Synonyms } from './rubric.ts'
import { RubricError } from './rubric-error.ts'
import { startVocabulary, type Vocabulary } from './spelling/vocabulary.ts'
import { readPrompt } from './text/prompt-words.ts'

export type RubricContext = {
  /** The question; an answer that only repeats it earns nothing. */
  prompt?: string
  /** What `@name` stands for. */
  synonyms?: Synonyms
  /** Shared by the rubrics of a bank, so that words and sets are compiled once for all of them. */
  vocabulary?: Vocabulary
}

/** Makes a rubric ready to grade with, once per version of it. Throws a `RubricError` for its author to read. */
export function compileRubric(rubric: Rubric, context: RubricContext = {}): CompiledRubric {
  const { points, misconceptions = [], groups = {} } = rubric
  checkShape(rubric)
  const vocabulary = context.vocabulary ?? startVocabulary()
  const compiler = new PatternCompiler(vocabulary, context.synonyms ?? {})
  const compileAll = (patterns: string[], path: string): Matcher[] =>
    patterns.map((pattern, i) => {
      const matcher = compiler.compile(pattern, `${path}[${i}]`)
      if (compiler.parts > largestRubric) {
        throw new RubricError({
          code: 'pattern-too-large',
          path,
          expected: `at most ${largestRubric} parts in all patterns and the sets they name`,
        })
      }
      return matcher
    })
  const compiledPoints = points.map(
    (point, i): CompiledPoint => ({
      id: point.id,
      weight: point.weight ?? 1,
      required: point.required ?? false,
      group: point.group,
      exclusive: point.exclusive,
      says: compileAll(point.says, `points[${i}].says`),
      not: compileAll(point.not ?? [], `points[${i}].not`),
    }),
  )
  const compiledMisconceptions = misconceptions.map(
    (misconception, i): CompiledMisconception => ({
      id: misconception.id,
      costs: misconception.costs ?? 1,
      says: compileAll(misconception.says, `misconceptions[${i}].says`),
      not: compileAll(misconception.not ?? [], `misconceptions[${i}].not`),
    }),
  )
  const most = new Map(Object.entries(groups).map(([name, group]) => [name, group.most]))
  return {
    points: compiledPoints,
    ways: compileWays(rubric, compiledPoints, most),
    misconceptions: compiledMisconceptions,
    groups: most,
    lexicon: compiler.lexicon(),
    prompt: context.prompt === undefined ? undefined : readPrompt(context.prompt),
  }
}

function checkShape({ points, misconceptions = [], groups = {} }: Rubric): void {
  if (points.length === 0)
    throw new RubricError({ code: 'empty-points', path: 'points', expected: 'at least one point' })
  for (const [name, { most }] of Object.entries(groups)) {
    if (!Number.isInteger(most) || most < 1) {
      throw new RubricError({ code: 'bad-number', path: `groups.${name}.most`, expected: 'a whole number from 1' })
    }
  }
  checkEntries('points', points)
  checkEntries('misconceptions', misconceptions)
  points.forEach(({ group, weight }, i) => {
    checkPositive(`points[${i}].weight`, weight)
    if (group !== undefined && !Object.hasOwn(groups, group)) {
      const expected = `a group that "groups" names; "${group}" is none`
      throw new RubricError({ code: 'unknown-group', path: `points[${i}].group`, expected })
    }
  })
  for (const [i, { costs }] of misconceptions.entries()) checkPositive(`misconceptions[${i}].costs`, costs)
}

function checkEntries(path: string, entries: { id: string; says: string[] }[]): void {
  const seen = new Set<string>()
  entries.forEach(({ id, says }, i) => {
    if (says.length === 0) {
      throw new RubricError({ code: 'empty-says', path: `${path}[${i}].says`, expected: 'at least one pattern' })
    }
    if (seen.has(id)) {
      const expected = `an id of its own; "${id}" is used before`
      throw new RubricError({ code: 'duplicate-id', path: `${path}[${i}].id`, expected })
    }
    seen.add(id)
  })
}
