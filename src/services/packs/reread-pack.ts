import { compileToCheck, denialsSet, type PackReading } from '../../domain/packs/compile-as-pack.ts'
import { findProblems } from '../../domain/packs/find-problems.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import { RubricError } from '../../domain/rubric/rubric-error.ts'
import { usedSets } from '../../domain/rubric/used-sets.ts'
import { studio } from '../../messages/desk/studio.ts'
import type { OwnQuestion } from '../../ports/store/packs.ts'

/** Reads synonym sets from text. Errors are messages for the author. */
export type SetsText = { read(text: string): { synonyms: Synonyms } | { problems: string[] } }

export type Rereading = Omit<PackReading, 'denials'> & { sets: string; questions: readonly OwnQuestion[] }

export type Reread = { problems: string[] } | { synonyms: Synonyms; questions: OwnQuestion[] }

/** Applies new reading rules to a workspace's pack. Throws `studio-busy` or `draft-too-slow`. */
export type RereadPack = (workspaceId: number, rereading: Rereading) => Promise<Reread>

/** The page shows at most this many problems. */
const mostProblems = 20

/** Returns the questions with the new sets, or the reasons why some of them would become invalid. */
export function rereadPack(text: SetsText, { sets, questions, exactSpelling, language }: Rereading): Reread {
  const read = text.read(sets)
  if ('problems' in read) return { problems: read.problems.map(studio.setsPlace) }
  const { synonyms } = read
  const reading: PackReading = { exactSpelling, language, denials: synonyms[denialsSet] ?? [] }
  const problems: string[] = []
  const changed: OwnQuestion[] = []
  for (const one of questions) {
    if (problems.length >= mostProblems) break
    const own = { question: one.question, synonyms: renewed(one, synonyms) }
    changed.push(own)
    problems.push(...problemsOf(one, own, reading).map((problem) => studio.inQuestion(one.question.prompt, problem)))
  }
  return problems.length > 0 ? { problems: problems.slice(0, mostProblems) } : { synonyms, questions: changed }
}

/**
 * The new synonym sets of a question. A set that it doesn't use is kept, because removing it would create a new
 * version.
 */
function renewed({ question, synonyms: before }: OwnQuestion, now: Synonyms): Synonyms {
  const kept = Object.entries(now).filter(([name]) => name !== denialsSet && before[name] !== undefined)
  return { ...Object.fromEntries(kept), ...usedSets(question.rubric, now) }
}

function problemsOf(before: OwnQuestion, { question, synonyms }: OwnQuestion, reading: PackReading): string[] {
  const gone = Object.keys(before.synonyms).filter((name) => name !== denialsSet && synonyms[name] === undefined)
  const lost = gone.filter((name) => usedSets(question.rubric, before.synonyms)[name] !== undefined)
  if (lost.length > 0) return lost.map(studio.lostSet)
  try {
    return findProblems(question, synonyms, compileToCheck(question, synonyms, reading))
  } catch (error) {
    if (!(error instanceof RubricError)) throw error
    return [error.message]
  }
}
