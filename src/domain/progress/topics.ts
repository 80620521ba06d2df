import { type Memory, memoryOf, type PracticeCard, recallAt, remembered } from '../practice.ts'
import type { GradedAnswer } from './answered.ts'

/** How well a player knows the questions they were asked on a topic. */
export type TopicMemory = {
  topic: string
  /** How many different questions they have answered, in rounds or in practice. */
  questions: number
  /** How many of these they are expected to know in a week. */
  known: number
  hold: Hold
}

/** The expected recall: high (`firm`), falling (`fading`) or low (`loose`). */
export type Hold = 'firm' | 'fading' | 'loose'

/**
 * Recall is estimated for a week from now, because a player who has just read the answer knows it today in any case.
 * After one correct answer, the recall is firm for about a week. After a second one a month later, it is firm for a few
 * months.
 */
const aheadMs = 7 * 24 * 60 * 60_000
const firmFrom = 0.75
const fadingFrom = 0.6

/**
 * The model assumes that the player sees the model answer after a wrong answer, as in practice. In a round it is shown
 * later and only to players who look, so the recall after a wrong answer in a round is limited to 50 %.
 */
const mostAfterMiss = 0.5

export type Practised = { questionId: string; topic: string; card: PracticeCard }

type Known = { topic: string; memory: Memory; most: number }

/** The expected recall per topic, highest first. `answers` are in chronological order. */
export function topicMemories(
  answers: readonly GradedAnswer[],
  practised: readonly Practised[],
  now: Date,
): TopicMemory[] {
  const memories = new Map<string, Known>(
    practised.map(({ questionId, topic, card }) => [questionId, { topic, memory: memoryOf(card), most: 1 }]),
  )
  for (const { questionId, topic, verdict, at } of firstTries(answers)) {
    const known = memories.get(questionId)?.memory
    // Practice stores only its current state, so older answers can't be added afterwards.
    if (known && known.at > at) continue
    const most = verdict === 'incorrect' ? mostAfterMiss : 1
    memories.set(questionId, { topic, memory: remembered(known, verdict, at), most })
  }
  const later = new Date(now.getTime() + aheadMs)
  const topics = Map.groupBy(memories.values(), ({ topic }) => topic)
  return [...topics]
    .map(([topic, questions]) => {
      const sum = questions.reduce((total, { memory, most }) => total + Math.min(most, recallAt(memory, later)), 0)
      const share = sum / questions.length
      const hold = holdOf(share)
      // A topic with a low recall is never shown as fully known, even if it has only one question.
      const known = Math.min(Math.round(sum), hold === 'loose' ? questions.length - 1 : questions.length)
      return { topic, questions: questions.length, known, share, hold }
    })
    .toSorted((one, other) => other.share - one.share || one.topic.localeCompare(other.topic))
    .map(({ share: _, ...topic }) => topic)
}

/** Later attempts follow the feedback on the first one, so they don't show what the player knew. */
function firstTries(answers: readonly GradedAnswer[]): GradedAnswer[] {
  const seen = new Set<number>()
  return answers.filter(({ roundId }) => {
    if (seen.has(roundId)) return false
    seen.add(roundId)
    return true
  })
}

function holdOf(share: number): Hold {
  if (share >= firmFrom) return 'firm'
  return share >= fadingFrom ? 'fading' : 'loose'
}
