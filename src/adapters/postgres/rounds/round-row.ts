import type { Round } from '../../../domain/round.ts'
import { roundTable } from '../schema/rounds.ts'
import { rowReader } from '../sql/row-reader.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

const roundRow = rowReader(roundTable, 'round')

export const roundColumns = roundRow.columns

export function roundFrom(row: Record<string, unknown>): Round {
  return asRound(roundRow.read(row))
}

/** Undefined if the row has no round. */
export function anyRoundFrom(row: Record<string, unknown>): Round | undefined {
  const round = roundRow.readAny(row)
  return round && asRound(round)
}

export function asRound({
  questionOwner: _,
  answered: __,
  correct: ___,
  ...row
}: typeof roundTable.$inferSelect): Round {
  return withoutNulls(row)
}
