import type { CompiledRubric } from './compiled-rubric.ts'
import { judgeDraft } from './drafts/judge-draft.ts'
import { longestTextRead } from './limits.ts'
import { bestWay } from './match/best-way.ts'
import { findClaims } from './match/find-claims.ts'
import type { Reading } from './match/walk.ts'
import { leftOpen } from './misconceptions-of.ts'
import { findGap } from './negation/gaps.ts'
import { readStance } from './negation/negation.ts'
import { readPlainStance } from './negation/plain-stance.ts'
import { findLeaves } from './pattern/find-leaves.ts'
import { judgeAlike } from './precedents/judge.ts'
import type { Grade } from './rubric.ts'
import { judgeSettled } from './settled/judge-settled.ts'
import { quoteEvidence, readingsOf } from './text/evidence.ts'
import type { Occurrence } from './text/occurrence.ts'
import { findRepeats, repeatsHint } from './text/prompt-words.ts'
import { readText } from './text/read-text.ts'
import type { ReadText } from './text/token.ts'
import { verdictOf } from './verdict.ts'

/** The highest score of an answer that says that it leaves a part open, such as "forgot its name". */
const mostWithGap = 0.7

/** The highest score of an answer in the wrong order, if the question asks for an order. */
const mostIfReversed = 0.5

/**
 * Grades a text. Deterministic and total: any string gets a grade. Reads at most `longestTextRead` characters. Evidence
 * is in UTF-16 code units of `text`.
 */
export function gradeAnswer(compiled: CompiledRubric, text: string): Grade {
  const { plain } = compiled.lexicon.vocabulary
  const read = readText(text.length > longestTextRead ? text.slice(0, longestTextRead) : text, plain)
  const reading: Reading = {
    text: read,
    leaves: findLeaves(read, compiled.lexicon),
    stance: plain ? readPlainStance(read) : readStance(read),
    ignored: repeatsIn(read, compiled),
  }
  const { matched, misconceptions } = findClaims(compiled, reading)
  const excluded = clashes(compiled, matched)
  const found = compiled.points.map((point, i) => (excluded.has(point.exclusive) ? undefined : matched[i]))
  const lost = misconceptions.reduce((sum, { costs }) => sum + costs, 0)
  const aside = misconceptions.every(({ evidence }) => isAside(evidence, found, reading))
  const earned = bestWay(compiled, (place) => found[place] !== undefined, { lost, aside })
  const blocked = misconceptions.some(({ blocks }) => blocks)
  const gap = !plain && earned.score > mostWithGap ? findGap(read) : undefined
  const misconceived = blocked || gap !== undefined
  const reversed = misconceptions.some((claim) => claim.reversed)
  const score = Math.min(earned.score, gap === undefined ? 1 : mostWithGap, reversed ? mostIfReversed : 1)
  const verdict = verdictOf({ score, requiredFound: earned.requiredFound, misconceived })
  const said = { score, verdict, misconceived, requiredFound: earned.requiredFound }
  const alone = compiled.comparison
    ? judgeDraft(compiled.comparison, reading, said)
    : judgeAlike(compiled.precedents, reading, said, compiled.prompt?.stems)
  const judged = compiled.settled
    ? judgeSettled(compiled.settled, reading, { ...said, asked: compiled.prompt?.stems }, alone)
    : alone
  return {
    ...judged,
    points: compiled.points.map(({ id }, i) => {
      const evidence = found[i]
      return {
        id,
        found: evidence !== undefined,
        evidence: evidence === undefined ? [] : quoteEvidence(evidence, read),
      }
    }),
    misconceptions: [...misconceptions, ...(gap === undefined ? [] : [{ id: leftOpen, evidence: [gap] }])].map(
      ({ id, evidence }) => ({ id, evidence: quoteEvidence(evidence, read) }),
    ),
    readings: readingsOf([...found, ...misconceptions.map(({ evidence }) => evidence)], read, text),
  }
}

/** Per sentence, whether it only repeats the question or the hint; undefined if none does. */
function repeatsIn(read: ReadText, { prompt, hint }: CompiledRubric): boolean[] | undefined {
  if (hint !== undefined && repeatsHint(read, hint)) return read.sentenceEnds.map(() => true)
  return prompt === undefined ? undefined : findRepeats(read, prompt)
}

/** The names of exclusive groups from which the answer lists more than one point. */
function clashes(compiled: CompiledRubric, matched: readonly (Occurrence[] | undefined)[]): Set<string | undefined> {
  const once = new Set<string>()
  const twice = new Set<string | undefined>()
  compiled.points.forEach(({ exclusive }, i) => {
    if (exclusive === undefined || matched[i] === undefined) return
    if (once.has(exclusive)) twice.add(exclusive)
    once.add(exclusive)
  })
  return twice
}

/** Whether all evidence of a misconception is in other clauses than the evidence of the points. */
function isAside(
  evidence: readonly Occurrence[],
  found: readonly (Occurrence[] | undefined)[],
  { stance }: Reading,
): boolean {
  const own = new Set(evidence.map(({ start }) => stance.clauses[start]))
  return found.every(
    (point) => point?.every(({ start, sentence }) => !own.has(stance.clauses[start]) && !stance.bare[sentence]) ?? true,
  )
}
