import type { Verdict } from './rubric/rubric.ts'

export type ItemRow = {
  questionId: string
  playerId: number
  text: string
  score: number
  verdict: Verdict
  missed: readonly string[]
}

export type ItemFigures = {
  questionId: string
  answered: number
  /** The share of them, 0 to 1, whose best attempt was correct. */
  correct: number
  /**
   * The point-biserial correlation between being correct here and the player's mean score on all other questions. A
   * question with a value near or below 0 doesn't distinguish strong players from weak ones. Undefined if too few
   * players answered other questions, or if all had the same score.
   */
  discrimination?: number
  mostMissed?: string
  /** The most frequent words in answers that were not correct. They may be missing in the rubric. */
  rejectedWords: string[]
}

const wordsShown = 8
const fewest = 3

/** The figures of every question in the rows, most answers first. */
export function itemFigures(rows: readonly ItemRow[]): ItemFigures[] {
  const best = bestByPlayer(rows)
  const byQuestion = Map.groupBy(best, ({ questionId }) => questionId)
  const byPlayer = Map.groupBy(best, ({ playerId }) => playerId)
  return [...byQuestion]
    .map(([questionId, answers]): ItemFigures => {
      const right = answers.filter(({ verdict }) => verdict === 'correct').length
      const pairs = answers.flatMap((answer) => {
        const others = (byPlayer.get(answer.playerId) ?? []).filter((other) => other.questionId !== questionId)
        return others.length === 0
          ? []
          : [{ right: answer.verdict === 'correct', rest: mean(others.map(({ score }) => score)) }]
      })
      const discrimination = pointBiserial(pairs)
      const missed = mostCommon(answers.flatMap((answer) => answer.missed))[0]
      return {
        questionId,
        answered: answers.length,
        correct: right / answers.length,
        rejectedWords: rejectedWords(rows.filter((row) => row.questionId === questionId)),
        ...(discrimination === undefined ? {} : { discrimination }),
        ...(missed === undefined ? {} : { mostMissed: missed }),
      }
    })
    .toSorted((a, b) => b.answered - a.answered || a.questionId.localeCompare(b.questionId))
}

/** `(M1 - M0) / s * sqrt(p q)`, after Lord and Novick, Statistical Theories of Mental Test Scores (1968). */
function pointBiserial(pairs: readonly { right: boolean; rest: number }[]): number | undefined {
  const right = pairs.filter((pair) => pair.right).map(({ rest }) => rest)
  const wrong = pairs.filter((pair) => !pair.right).map(({ rest }) => rest)
  if (pairs.length < fewest || right.length === 0 || wrong.length === 0) return undefined
  const all = pairs.map(({ rest }) => rest)
  const middle = mean(all)
  const spread = Math.sqrt(mean(all.map((one) => (one - middle) ** 2)))
  if (spread === 0) return undefined
  const share = right.length / pairs.length
  return ((mean(right) - mean(wrong)) / spread) * Math.sqrt(share * (1 - share))
}

function bestByPlayer(rows: readonly ItemRow[]): ItemRow[] {
  const best = new Map<string, ItemRow>()
  for (const row of rows) {
    const key = `${row.playerId} ${row.questionId}`
    const known = best.get(key)
    if (!known || row.score > known.score) best.set(key, row)
  }
  return [...best.values()]
}

function rejectedWords(rows: readonly ItemRow[]): string[] {
  const words = rows
    .filter(({ verdict }) => verdict !== 'correct')
    .flatMap(({ text }) => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}$_:-]{4,}/gu) ?? [])])
  return mostCommon(words).slice(0, wordsShown)
}

function mostCommon(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([word]) => word)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
