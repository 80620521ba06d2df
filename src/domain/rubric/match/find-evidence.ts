import type { Matcher } from '../compiled-pattern.ts'
import type { Occurrence } from '../text/occurrence.ts'
import { clausesOf, findMatches, findPlaces, type Match } from './match.ts'
import type { Reading } from './walk.ts'

export type Claim = {
  says: readonly Matcher[]
  not: readonly Matcher[]
  /**
   * Set for misconceptions, which need stronger evidence: clauses with "whereas" or "would" don't count, and `not`
   * applies to the whole sentence.
   */
  mistake?: true
}

/** The evidence of the first matching pattern, excluding matches that don't count. */
export function findEvidence(claim: Claim, reading: Reading): Occurrence[] | undefined {
  const counts = countingFor(claim, reading)
  for (const says of claim.says) {
    const match = (
      claim.not.length > 0 || claim.mistake || reading.stance.options.length > 0 ? findPlaces : findMatches
    )(says, reading).find((one) => counts(one) && !isOneOfTwo(one, claim, reading))
    if (match !== undefined) return match.evidence
  }
  return undefined
}

/** All matches of the patterns in the order of the text. If matches overlap, only the first one is returned. */
export function findAllEvidence(claim: Claim, reading: Reading): Occurrence[][] {
  const counts = countingFor(claim, reading)
  const found = claim.says.flatMap((says) => findPlaces(says, reading).filter(counts))
  const spans = found.map(({ evidence }) => ({ evidence, start: startOf(evidence), end: endOf(evidence) }))
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  let reached = -1
  return spans.flatMap(({ evidence, start, end }) => {
    if (start < reached) return []
    reached = Math.max(end, start + 1)
    return [evidence]
  })
}

export function startOf(evidence: readonly Occurrence[]): number {
  return Math.min(...evidence.map(({ start }) => start))
}

export function endOf(evidence: readonly Occurrence[]): number {
  return Math.max(...evidence.map(({ end }) => end))
}

/** Whether a match counts: it isn't in a sentence that repeats the question, nor in a clause that a `not` excludes. */
function countingFor(claim: Claim, reading: Reading): (match: Match) => boolean {
  let spoiled: ReadonlySet<number> | undefined
  return (match) => {
    if (reading.ignored?.[match.sentence]) return false
    if (claim.mistake && match.evidence.some(({ start }) => reading.stance.aside[start] === 1)) return false
    if (claim.not.length === 0) return true
    const scope = (one: Match): number[] => (claim.mistake ? [one.sentence] : clausesOf(one, reading))
    spoiled ??= new Set(claim.not.flatMap((not) => findPlaces(not, reading, true).flatMap(scope)))
    return !scope(match).some((each) => spoiled?.has(each))
  }
}

/** "25 or 175" doesn't state either number, unless both are correct. */
function isOneOfTwo({ evidence }: Match, claim: Claim, reading: Reading): boolean {
  const { options } = reading.stance
  if (claim.mistake || options.length === 0) return false
  const holds = (at: number): boolean =>
    claim.says.some((says) => findPlaces(says, reading).some((place) => covers(place.evidence, at)))
  return options.some(
    ([a, b]) =>
      (covers(evidence, a) && !covers(evidence, b) && !holds(b)) ||
      (covers(evidence, b) && !covers(evidence, a) && !holds(a)),
  )
}

function covers(evidence: readonly Occurrence[], at: number): boolean {
  return evidence.some(({ start, end }) => start <= at && at < end)
}
