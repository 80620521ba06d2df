import { readdir, readFile, writeFile } from 'node:fs/promises'
import { readBankWithExamples } from '../src/adapters/question-files/index.ts'
import { sortedAnswers } from '../src/domain/question.ts'
import { readStance } from '../src/domain/rubric/negation/negation.ts'
import { compare, features } from '../src/domain/rubric/precedents/compare.ts'
import { compilePrecedents, marks } from '../src/domain/rubric/precedents/precedents.ts'
import { termsOf } from '../src/domain/rubric/precedents/terms.ts'
import { inputsOf } from '../src/domain/rubric/precedents/weigh.ts'
import type { Verdict } from '../src/domain/rubric/rubric.ts'
import { readText } from '../src/domain/rubric/text/read-text.ts'

// Learns src/domain/rubric/precedents/weights.ts from the first looks of blind trials: what the rubric said of each answer
// before anybody had worked on it, and what it counts as. An answer is never compared with answers of its own trial.
// `--held-out` also says how well each trial is graded by weights that were learnt from the others.

type Row = { question: string; answer: string; label: Verdict; verdict: Verdict; score: number }
type Case = { round: string; verdict: Verdict; label: number; features: number[] }

const folder = 'questions/trials'
const file = 'src/domain/rubric/precedents/weights.ts'

/** How strongly weights are held near 0: the inverse of scikit-learn's C, which was chosen by trials held out. */
const holdBack = 20

const cases = await readCases()
if (process.argv.includes('--held-out')) heldOut()
else await writeFile(file, source(learn(cases)))

async function readCases(): Promise<Case[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.grades.jsonl')).toSorted()
  const rounds = await Promise.all(
    names.map(async (name) => {
      const lines = (await readFile(`${folder}/${name}`, 'utf8')).trim().split('\n')
      return { round: name, rows: lines.map((line) => JSON.parse(line) as Row) }
    }),
  )
  const { bank } = await readBankWithExamples('questions')
  const questions = new Map(bank.map(({ id, question }) => [id, question]))
  return rounds.flatMap(({ round, rows }) =>
    [...Map.groupBy(rows, ({ question }) => question)].flatMap(([id, mine]) => {
      const question = questions.get(id)
      const own = new Set(mine.map(({ answer }) => answer))
      const precedents = question && compilePrecedents(sortedAnswers(question).filter(({ answer }) => !own.has(answer)))
      if (!precedents) return []
      return mine.flatMap(({ answer, label, verdict, score }): Case[] => {
        const text = readText(answer)
        const terms = termsOf(text, readStance(text))
        if (terms.clauses.length === 0) return []
        return [{ round, verdict, label: marks.indexOf(label), features: compare(precedents, terms, score) }]
      })
    }),
  )
}

type Learnt = { means: number[]; spreads: number[]; weights: number[][] }

/** Multinomial logistic regression with ridge, by gradient descent with Barzilai and Borwein's steps (1988). */
function learn(known: readonly Case[]): Learnt {
  const means = features.map((_, i) => mean(known.map((one) => one.features[i] ?? 0)))
  const spreads = means.map((middle, i) => Math.sqrt(mean(known.map((one) => ((one.features[i] ?? 0) - middle) ** 2))))
  const inputs = known.map(({ verdict, features }) =>
    Float64Array.from(inputsOf(verdict, features, { means, spreads })),
  )
  const size = inputs[0]?.length ?? 0
  let weights = new Float64Array(size * 3)
  let slope = slopeAt(weights, inputs, known)
  let step = 1e-4
  for (let turn = 0; turn < 500 && Math.max(...slope.map(Math.abs)) > 0.01; turn++) {
    const next = weights.map((weight, i) => weight - step * (slope[i] ?? 0))
    const nextSlope = slopeAt(next, inputs, known)
    const moved = next.map((weight, i) => weight - (weights[i] ?? 0))
    const turned = nextSlope.map((one, i) => one - (slope[i] ?? 0))
    step = dot(moved, moved) / dot(moved, turned)
    weights = next
    slope = nextSlope
  }
  return { means, spreads, weights: marks.map((_, mark) => [...weights.subarray(mark * size, (mark + 1) * size)]) }
}

function slopeAt(weights: Float64Array, inputs: readonly Float64Array[], known: readonly Case[]): Float64Array {
  const size = weights.length / 3
  const slope = weights.map((weight) => holdBack * weight)
  inputs.forEach((input, row) => {
    const scores = [0, 1, 2].map((mark) => dot(weights.subarray(mark * size, (mark + 1) * size), input))
    const highest = Math.max(...scores)
    const shares = scores.map((score) => Math.exp(score - highest))
    const all = shares.reduce((sum, share) => sum + share, 0)
    for (const mark of [0, 1, 2]) {
      const miss = (shares[mark] ?? 0) / all - (known[row]?.label === mark ? 1 : 0)
      for (let i = 0; i < size; i++) slope[mark * size + i] = (slope[mark * size + i] ?? 0) + miss * (input[i] ?? 0)
    }
  })
  return slope
}

function heldOut(): void {
  for (const round of new Set(cases.map((one) => one.round))) {
    const { weights, ...scale } = learn(cases.filter((one) => one.round !== round))
    const held = cases.filter((one) => one.round === round)
    const agreed = held.filter(({ verdict, label, ...one }) => {
      const inputs = inputsOf(verdict, one.features, scale)
      const scores = weights.map((row) => dot(row, inputs))
      return scores.indexOf(Math.max(...scores)) === label
    })
    const alone = held.filter(({ verdict, label }) => marks[label] === verdict)
    const share = (some: readonly Case[]): string => `${((100 * some.length) / held.length).toFixed(1)} %`
    console.log(
      `${round}: ${held.length} answers, the rubric alone ${share(alone)}, with sorted answers ${share(agreed)}`,
    )
  }
}

function source({ means, spreads, weights }: Learnt): string {
  const list = (numbers: readonly number[]): string => `[${numbers.map((one) => one.toFixed(4)).join(', ')}]`
  return [
    '// Written by scripts/learn-weights.ts from the first looks of blind trials. Change nothing by hand.',
    '',
    `export const means = ${list(means)}`,
    '',
    `export const spreads = ${list(spreads)}`,
    '',
    '/** A row for each mark, from incorrect to correct. */',
    `export const weights = [${weights.map(list).join(',\n')}]`,
    '',
  ].join('\n')
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}
