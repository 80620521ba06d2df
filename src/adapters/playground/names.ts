import type { Place } from '../../domain/place.ts'

export type Names = { learn(person: { ref: Place; name: string }): void; nameOf(ref: Place): string | undefined }

const mostKept = 5_000

/** The names of people seen by this process, for mentions; those not seen for longest are forgotten first. */
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
  }
}
