import { answerTable } from '../schema/answers.ts'
import { roundResultTable } from '../schema/rounds.ts'
import { sql } from '../sql/drizzle.ts'
import { liftTimeouts } from '../sql/lift-timeouts.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { lockedRounds } from './round-figures.ts'

/**
 * Deletes stored results, which are counted again later. The rounds stay locked, so that they aren't counted before the
 * transaction ends.
 */
export async function dropResults({ run }: Session, roundIds: readonly (number | string)[]): Promise<void> {
  if (roundIds.length === 0) return
  await run(lockedRounds, { roundIds })
  await run(dropped, { roundIds })
}

export async function dropResultsOf(session: Session, playerId: number): Promise<void> {
  await liftTimeouts(session)
  const rounds = await session.run<{ round_id: string }>(answered, { playerId })
  await dropResults(
    session,
    rounds.map((one) => one.round_id),
  )
}

const answered = statement(sql`
  select distinct round_id from ${answerTable} where player_id = ${sql.placeholder('playerId')}`)

const dropped = statement(sql`
  delete from ${roundResultTable} where round_id = any (${sql.placeholder('roundIds')}::bigint[])`)
