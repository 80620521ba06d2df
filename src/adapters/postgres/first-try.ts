import type { Answer } from '../../domain/answer.ts'
import type { Round } from '../../domain/round.ts'
import type { FirstTry } from '../../ports/store/askers.ts'
import type { Player } from '../../ports/store/players.ts'
import { givenColumns, isDeparted, newColumns, wordsKeyOf } from './new-answer.ts'
import { answerTable } from './schema/answers.ts'
import { playerTable } from './schema/players.ts'
import { roundTable } from './schema/rounds.ts'
import { teamTable } from './schema/teams.ts'
import { type SQL, sql } from './sql/drizzle.ts'
import type { Given } from './sql/statement.ts'

const mostKept = 5000

export type LastSeenRounds = { get(id: number | undefined): Round | undefined; keep(round: Round): void }

/** The rounds that this process has seen recently. They may have changed since. */
export function lastSeenRounds(): LastSeenRounds {
  const rounds = new Map<number, Round>()
  return {
    get: (id) => (id === undefined ? undefined : rounds.get(id)),
    keep(round) {
      // Deleted first, so that the map keeps the order of use.
      rounds.delete(round.id)
      rounds.set(round.id, round)
      const oldest = rounds.keys().next()
      if (rounds.size > mostKept && !oldest.done) rounds.delete(oldest.value)
    },
  }
}

/** The parameters of `storingTry`. Undefined if the round isn't known or doesn't accept the try. */
export function givenFirstTry(round: Round | undefined, firstTry: FirstTry | undefined): Given | undefined {
  if (!round || !firstTry?.accepts(round)) return undefined
  const { answer } = firstTry
  return {
    ...{ path: null, requestId: null, ...answer, wordsKey: wordsKeyOf(answer.text) },
    ...{ seenState: round.state, seenClosing: round.closesAt ?? null },
  }
}

/**
 * A common table expression, `stored`, which stores the try if the round is unchanged since the rules accepted it, and
 * the player has no other try in it. Without the second check, a conflict would have the same result, but use up an id.
 * New players, replayed requests, and workspaces in which groups may move the player are left to later statements. It
 * locks the player, like the statement for other tries.
 */
export function storingTry({ delivery, groups }: Record<'delivery' | 'groups', SQL>): SQL {
  const closing = sql.param(sql.placeholder('seenClosing'), roundTable.closesAt)
  return sql`
  stored as (
    insert into ${answerTable} (${newColumns})
    select round.workspace_id, round.id, known.id, known.team_id, 1, ${givenColumns}
    from player
    join ${playerTable} as known on known.id = player.id
    join ${roundTable} as round on round.id = ${sql.placeholder('roundId')} and round.workspace_id = known.workspace_id
    where round.state = ${sql.placeholder('seenState')} and round.closes_at is not distinct from ${closing}
      and known.forgotten_at is null and not ${isDeparted}
      and not exists (select from ${answerTable} as other where other.round_id = round.id and other.player_id = known.id)
      and (${delivery} is null or exists (select from delivered))
      and (${groups} is null or not exists (
        select from ${teamTable} as team where team.workspace_id = round.workspace_id and team.linked_ref is not null
      ))
    for key share of known
    on conflict do nothing
    returning id as stored_id, text as stored_text
  )`
}

export const storedTryColumns = sql`stored_id, stored_text`

/** Undefined if the try wasn't stored. */
export function storedTry(
  row: Record<string, unknown>,
  { path, requestId, receivedAt }: FirstTry['answer'],
  { round, player }: { round: Round; player: Player },
): Answer | undefined {
  const { stored_id: id, stored_text: text } = row as { stored_id: string | null; stored_text: string }
  if (id === null) return undefined
  return {
    ...{ id: Number(id), roundId: round.id, playerId: player.id, attempt: 1, text, state: 'received', receivedAt },
    ...(player.teamId === undefined ? {} : { teamId: player.teamId }),
    ...(path === undefined ? {} : { path }),
    ...(requestId === undefined ? {} : { requestId }),
  }
}
