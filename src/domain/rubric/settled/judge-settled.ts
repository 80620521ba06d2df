import { keyOf } from '../drafts/comparison.ts'
import { judgeDraft } from '../drafts/judge-draft.ts'
import type { Reading } from '../match/walk.ts'
import { type Judged, judgeAlike } from '../precedents/judge.ts'
import { marks } from '../precedents/precedents.ts'
import { termsOf } from '../precedents/terms.ts'
import type { Grade } from '../rubric.ts'
import type { Settled } from './settled.ts'

type Outcome = Pick<Grade, 'score' | 'verdict' | 'alike'>

/**
 * The verdict after also comparing with the answers that the workspace has settled. `alone` is the verdict without
 * them. If the words themselves were sorted or settled, and the comparison would move them past their mark, `alone` is
 * returned.
 */
export function judgeSettled(
  { precedents, comparison, known }: Settled,
  reading: Pick<Reading, 'text' | 'stance' | 'ignored'>,
  { asked, ...said }: Judged & { requiredFound: boolean; asked?: ReadonlySet<string> | undefined },
  alone: Outcome,
): Outcome {
  const judged = comparison ? judgeDraft(comparison, reading, said) : judgeAlike(precedents, reading, said, asked)
  const [from, to] = [marks.indexOf(alone.verdict), marks.indexOf(judged.verdict)]
  if (from === to) return alone
  const mark = known.get(keyOf(termsOf(reading.text, reading.stance)))
  const isPast = mark !== undefined && (to > from ? to > mark : to < mark)
  return isPast ? alone : judged
}
