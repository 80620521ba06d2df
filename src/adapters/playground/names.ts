import type { Place } from '../../domain/place.ts'
import { teamKey } from '../../domain/team-name.ts'
import { sandboxAt } from './places.ts'

export type Names = {
  learn(person: { ref: Place; name: string }): void
  nameOf(ref: Place): string | undefined
  /** Whether another person in the same sandbox has a name that looks like this one. */
  isTaken(name: string, of: { ref: Place }): boolean
}

const mostKept = 5_000

/**
 * Remembers the names of people whom this process has seen, for mentions. The least recently seen are evicted first.
 */
export function createNames(): Names {
  const names = new Map<Place, string>()
  return {
    learn({ ref, name }) {
      names.delete(ref)
      names.set(ref, name)
      const [oldest] = names.keys()
      if (names.size > mostKept && oldest !== undefined) names.delete(oldest)
    },
    nameOf: (ref) => names.get(ref),
    isTaken(name, { ref: own }) {
      const key = teamKey(name)
      const sandbox = sandboxAt(own)?.ref
      return [...names].some(([ref, other]) => ref !== own && sandboxAt(ref)?.ref === sandbox && teamKey(other) === key)
    },
  }
}
