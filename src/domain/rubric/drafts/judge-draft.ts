import type { Reading } from '../match/walk.ts'
import { changedScores, type Judged } from '../precedents/judge.ts'
import { marks } from '../precedents/precedents.ts'
import { termsOf } from '../precedents/terms.ts'
import type { Grade } from '../rubric.ts'
import { type Comparison, keyOf } from './comparison.ts'
import { compareDraft } from './draft-features.ts'
import { byModel, bySorted } from './draft-weights.ts'

// Limits the processing time. Real answers are shorter.
const mostWords = 300

/**
 * The verdict after comparing with the model answer and, if there are enough, the labeled answers. A draft covers few
 * wordings, so the comparison decides. A text that is labeled gets its label. The author's required ideas and mistakes
 * still apply: an answer without a required idea isn't correct, and a mistake never improves the verdict.
 */
export function judgeDraft(
  comparison: Comparison,
  { text, stance, ignored }: Pick<Reading, 'text' | 'stance' | 'ignored'>,
  { score, verdict, misconceived, requiredFound }: Judged & { requiredFound: boolean },
): Pick<Grade, 'score' | 'verdict' | 'alike'> {
  const terms = termsOf(text, stance)
  const repeats = ignored?.every(Boolean) ?? false
  if (repeats || text.tokens.length > mostWords || terms.clauses.length === 0) return { score, verdict }
  const most = marks.indexOf(misconceived ? verdict : requiredFound ? 'correct' : 'partial')
  const mark = comparison.known.get(keyOf(terms)) ?? likeliest(compareDraft(comparison, terms, score))
  const likely = Math.min(most, mark)
  const to = marks[likely] ?? verdict
  if (to === verdict) return { score, verdict }
  return { score: changedScores[to], verdict: to, alike: likely > marks.indexOf(verdict) ? 'raised' : 'lowered' }
}

/** An index into `marks`, by multinomial logistic regression. The last number of a row is the intercept. */
function likeliest(features: readonly number[]): number {
  const { means, spreads, weights } = features.length === byModel.means.length ? byModel : bySorted
  const scores = weights.map((row) =>
    features.reduce(
      (sum, feature, i) => sum + ((row[i] ?? 0) * (feature - (means[i] ?? 0))) / (spreads[i] || 1),
      row[features.length] ?? 0,
    ),
  )
  return scores.indexOf(Math.max(...scores))
}
