import { setTimeout as wait } from 'node:timers/promises'
import { openings } from '../../src/messages/feedback.ts'

export type Observed = {
  /** Forms and commands that show a grade, and how often a new message with a grade appeared for each. */
  grades: Map<string, number>
  /** Grades that came as a separate private message, in the channel or directly. */
  privateGrades: Map<string, number>
  /** Forms and commands that finally showed something other than a grade, such as a refusal. */
  others: Map<string, string>
  posts: Map<string, number>
  /** Open rounds with their channel, newest last. */
  rounds: { id: number; channel: string }[]
}

export function nothingObserved(): Observed {
  return { grades: new Map(), privateGrades: new Map(), others: new Map(), posts: new Map(), rounds: [] }
}

const verdicts = Object.values(openings)

export function isGrade(text: string): boolean {
  return verdicts.some((words) => text.includes(words))
}

export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export async function readLate(observed: Observed, way: string): Promise<string | undefined> {
  for (let waited = 0; waited < 5000; waited += 100) {
    if (observed.grades.has(way)) return 'being graded'
    const late = observed.others.get(way)
    if (late !== undefined) return late
    await wait(100)
  }
  return undefined
}
