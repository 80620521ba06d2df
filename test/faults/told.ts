import { setTimeout as wait } from 'node:timers/promises'
import { openings } from '../../src/messages/feedback.ts'

/** What reached people, as they would count it. */
export type Told = {
  /** Forms and commands that show a grade, and how often a new message with one appeared there. */
  grades: Map<string, number>
  /** Grades that came to a person by a message of their own: in the channel for them alone, or directly. */
  whispered: Map<string, number>
  /** Forms and commands that showed something in the end which was no grade, such as a refusal. */
  others: Map<string, string>
  /** Posts and replies by the key that each carries. */
  posts: Map<string, number>
  /** Open rounds, newest last: the round, and its channel. */
  rounds: { id: number; channel: string }[]
}

export function nothingTold(): Told {
  return { grades: new Map(), whispered: new Map(), others: new Map(), posts: new Map(), rounds: [] }
}

const verdicts = Object.values(openings)

export function isGrade(text: string): boolean {
  return verdicts.some((words) => text.includes(words))
}

export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** What a person reads where the acknowledgement could not wait for it. */
export async function readLate(told: Told, way: string): Promise<string | undefined> {
  for (let waited = 0; waited < 5000; waited += 100) {
    if (told.grades.has(way)) return 'being graded'
    const late = told.others.get(way)
    if (late !== undefined) return late
    await wait(100)
  }
  return undefined
}
