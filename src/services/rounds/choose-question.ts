import type { TeamMemory } from '../../domain/memory/team-memory.ts'
import { pickQuestion, pickSeed, type QuestionSummary, recallOf } from '../../domain/pick-question.ts'
import type { Difficulty } from '../../domain/question.ts'
import type { RoundKind } from '../../domain/round.ts'
import type { AskSheet } from '../../ports/store/rounds.ts'

export type Wanted = {
  kind: RoundKind
  /** In the channel's zone, `2026-01-31`. */
  localDate: string
  topic?: string
  difficulty?: Difficulty
}

/**
 * Chooses a channel's next question by its settings; undefined if none fits. A question that is open elsewhere in the
 * workspace is chosen only if no other fits, because a reveal in one channel would give the answer away in another.
 * `secret` is true in that case.
 */
export function chooseQuestion(
  { channel, history, secret }: AskSheet,
  bank: readonly QuestionSummary[],
  memory: TeamMemory | undefined,
  wanted: Wanted,
): { question: QuestionSummary; secret: boolean } | undefined {
  const { settings } = channel
  const difficulty = wanted.difficulty ?? settings.difficulty
  const filter = {
    topics: wanted.topic === undefined ? settings.topics : [wanted.topic],
    ...(difficulty === undefined ? {} : { difficulty }),
    pinned: wanted.kind === 'scheduled' ? settings.pinned : [],
    ...recallOf(memory, wanted.localDate),
  }
  const seed = pickSeed(channel.id, wanted.localDate, history)
  const fitting = pickQuestion(bank, history, { ...filter, secret: new Set(secret) }, seed)
  if (fitting) return { question: fitting, secret: false }
  const question = pickQuestion(bank, history, filter, seed)
  return question && { question, secret: true }
}
