// Learns the weights for comparisons with sorted answers. Used by learn-weights.ts and learn-draft-weights.ts.

/**
 * The mean and standard deviation of each feature, and a row of weights for each of the three marks, from incorrect to
 * correct.
 */
export type Learnt = { means: number[]; spreads: number[]; weights: number[][] }

/** An index into the marks, and the inputs. */
export type Labelled = { label: number; inputs: Float64Array }

/** The strength of the ridge penalty: the inverse of scikit-learn's C, chosen with held-out trials. */
const holdBack = 20

export function scaleOf(rows: readonly (readonly number[])[]): Pick<Learnt, 'means' | 'spreads'> {
  const means = (rows[0] ?? []).map((_, i) => mean(rows.map((row) => row[i] ?? 0)))
  const spreads = means.map((middle, i) => Math.sqrt(mean(rows.map((row) => ((row[i] ?? 0) - middle) ** 2))))
  return { means, spreads }
}

/** Multinomial logistic regression with a ridge penalty, by gradient descent with Barzilai–Borwein steps (1988). */
export function learnWeights(known: readonly Labelled[]): number[][] {
  const size = known[0]?.inputs.length ?? 0
  let weights = new Float64Array(size * 3)
  let slope = slopeAt(weights, known)
  let step = 1e-4
  for (let turn = 0; turn < 500 && Math.max(...slope.map(Math.abs)) > 0.01; turn++) {
    const next = weights.map((weight, i) => weight - step * (slope[i] ?? 0))
    const nextSlope = slopeAt(next, known)
    const moved = next.map((weight, i) => weight - (weights[i] ?? 0))
    const turned = nextSlope.map((one, i) => one - (slope[i] ?? 0))
    step = dot(moved, moved) / dot(moved, turned)
    weights = next
    slope = nextSlope
  }
  return [0, 1, 2].map((mark) => [...weights.subarray(mark * size, (mark + 1) * size)])
}

function slopeAt(weights: Float64Array, known: readonly Labelled[]): Float64Array {
  const size = weights.length / 3
  const slope = weights.map((weight) => holdBack * weight)
  for (const { inputs, label } of known) {
    const scores = [0, 1, 2].map((mark) => dot(weights.subarray(mark * size, (mark + 1) * size), inputs))
    const highest = Math.max(...scores)
    const shares = scores.map((score) => Math.exp(score - highest))
    const all = shares.reduce((sum, share) => sum + share, 0)
    for (const mark of [0, 1, 2]) {
      const miss = (shares[mark] ?? 0) / all - (label === mark ? 1 : 0)
      for (let i = 0; i < size; i++) slope[mark * size + i] = (slope[mark * size + i] ?? 0) + miss * (inputs[i] ?? 0)
    }
  }
  return slope
}

/** The most likely mark with these weights. */
export function likeliestMark(weights: readonly number[][], inputs: ArrayLike<number>): number {
  const scores = weights.map((row) => dot(row, inputs))
  return scores.indexOf(Math.max(...scores))
}

/** The source of a TypeScript file with the weights: as three constants, or as one constant per name. */
export function writeLearnt(learnt: Learnt | Record<string, Learnt>, origin: string): string {
  const list = (numbers: readonly number[]): string => `[${numbers.map((one) => one.toFixed(4)).join(', ')}]`
  const parts = ({ means, spreads, weights }: Learnt) =>
    ({ means: list(means), spreads: list(spreads), weights: `[${weights.map(list).join(',\n')}]` }) as const
  const note = '/** A row for each mark, from incorrect to correct. */'
  const lines = isLearnt(learnt)
    ? Object.entries(parts(learnt)).flatMap(([name, value]) => [
        '',
        ...(name === 'weights' ? [note] : []),
        `export const ${name} = ${value}`,
      ])
    : Object.entries(learnt).flatMap(([name, one]) => {
        const { means, spreads, weights } = parts(one)
        return ['', note, `export const ${name} = { means: ${means}, spreads: ${spreads}, weights: ${weights} }`]
      })
  return [`// Written by ${origin}. Don't edit by hand.`, ...lines, ''].join('\n')
}

function isLearnt(learnt: Learnt | Record<string, Learnt>): learnt is Learnt {
  return Array.isArray(learnt.means)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}
