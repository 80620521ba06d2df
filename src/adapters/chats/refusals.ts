import { ChatError } from '../../domain/errors.ts'
import { decisionOn, type Meaning } from '../../domain/refusal.ts'

/** Groups a platform's error codes by their meaning. A code that isn't listed is `unknown`. */
export type Refusals<Word extends string | number> = Readonly<Record<Exclude<Meaning, 'unknown'>, readonly Word[]>>

export function readRefusals<Word extends string | number>(table: Refusals<Word>): (word: Word) => Meaning {
  const meanings = new Map(
    Object.entries(table).flatMap(([meaning, words]) => words.map((word) => [word, meaning as Meaning])),
  )
  return (word) => meanings.get(word) ?? 'unknown'
}

export function refusedAs(
  meaning: Meaning,
  detail: string,
  { cause, word, waitMs }: { cause?: unknown; word?: string; waitMs?: number | undefined } = {},
): ChatError {
  const decision = decisionOn(meaning)
  const retryAfterMs = decision.waitMs === undefined ? undefined : (waitMs ?? decision.waitMs)
  return new ChatError(decision.code, detail, {
    cause,
    meaning,
    ...(word === undefined ? {} : { word }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}
