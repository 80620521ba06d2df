import { fsrs, Rating } from 'ts-fsrs'

/** A team's memory of a topic in the FSRS model (Ye, 2022), which treats the team as one learner. */
export type Trace = { stability: number; difficulty: number; day: number }

const model = fsrs({ enable_fuzz: false, enable_short_term: false })

/**
 * The memory after a round in which `share` of the team was correct. FSRS only has right and wrong answers, so the new
 * stability is interpolated between the two on a log scale.
 */
export function retraced(trace: Trace | undefined, share: number, day: number): Trace {
  const days = trace ? Math.max(0, day - trace.day) : 0
  const good = model.next_state(trace ?? null, days, Rating.Good)
  const bad = model.next_state(trace ?? null, days, Rating.Again)
  return {
    stability: good.stability ** share * bad.stability ** (1 - share),
    difficulty: share * good.difficulty + (1 - share) * bad.difficulty,
    day,
  }
}

/** The expected recall on a day, from 0 to 1. */
export function recall(trace: Trace, day: number): number {
  return model.forgetting_curve(Math.max(0, day - trace.day), trace.stability)
}
