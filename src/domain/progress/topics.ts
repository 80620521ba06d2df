import { type Memory, memoryOf, type PracticeCard, recallAt, remembered } from '../practice.ts'
import type { GradedAnswer } from './answered.ts'

/** How well somebody knows what they were asked about a topic. */
export type TopicMemory = {
  topic: string
  /** How many different questions they have answered, in rounds or in practice. */
  questions: number
  /** How many of these they would most likely still know in a week. */
  known: number
  hold: Hold
}

/** `firm`: it sticks. `fading`: it is about to be forgotten. `loose`: it doesn't stick yet. */
export type Hold = 'firm' | 'fading' | 'loose'

/**
 * Not today but in a week: somebody who has just read the answer knows it today, whatever they wrote. One right answer
 * is firm for about a week, and a second one a month later for some months.
 */
const aheadMs = 7 * 24 * 60 * 60_000
const firmFrom = 0.75
const fadingFrom = 0.6

/**
 * The model assumes that a wrong answer is followed by seeing the right one, as in practice. A round shows it later,
 * and only to people who look, so a question that was last missed in a round is at best an even chance.
 */
const mostAfterMiss = 0.5

export type Practised = { questionId: string; topic: string; card: PracticeCard }

type Known = { topic: string; memory: Memory; most: number }

/** What sticks and what doesn't, firmest first. The answers are in the order in which they were given. */
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
    // Practice stores only its current state, so an answer from before its last update can't be inserted afterwards.
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
      // A topic that doesn't stick is never fully known, not even if it has only one question.
      const known = Math.min(Math.round(sum), hold === 'loose' ? questions.length - 1 : questions.length)
      return { topic, questions: questions.length, known, share, hold }
    })
    .toSorted((one, other) => other.share - one.share || one.topic.localeCompare(other.topic))
    .map(({ share: _, ...topic }) => topic)
}

/** A later try comes after the grader has said what was missing, so it says nothing about what somebody knew. */
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
