import { createHash } from 'node:crypto'
import type { Askers, Belongs, Playing } from '../../ports/store/askers.ts'
import { anyAttemptFrom, attemptColumns } from './answers.ts'
import { channelColumns, channelFrom } from './channels.ts'
import {
  givenFirstTry,
  type LastSeenRounds,
  lastSeenRounds,
  storedTry,
  storedTryColumns,
  storingTry,
} from './first-try.ts'
import { newestGrade } from './grades.ts'
import { playerColumns, playerFrom } from './players.ts'
import { recognized } from './recognize.ts'
import { anyRoundFrom, roundColumns } from './rounds/round-row.ts'
import { answerTable } from './schema/answers.ts'
import { channelTable } from './schema/channels.ts'
import { deliveryTable } from './schema/deliveries.ts'
import { playerTable } from './schema/players.ts'
import { roundTable } from './schema/rounds.ts'
import { teamTable } from './schema/teams.ts'
import { workspaceTable } from './schema/workspaces.ts'
import { lt, type SQL, sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'
import { statement } from './sql/statement.ts'
import { workspaceColumns, workspaceFrom, workspaces } from './workspaces.ts'

export function askers(session: Session): Askers {
  const rounds = lastSeenRounds()
  return {
    recognise: (seen) => recognise(session, rounds, seen),

    async find({ workspace, player, channel }) {
      const given = { workspaceRef: workspace.ref, playerRef: player.ref, channelRef: channel?.ref ?? null }
      const [row] = await session.run(known, given)
      if (!row) return undefined
      const isKnown = row[channelIsKnown] === true
      return { workspace: workspaceFrom(row), player: playerFrom(row), ...(isKnown && { channel: channelFrom(row) }) }
    },

    async ofPlayer(playerId) {
      const [row] = await session.run(ofPlayer, { playerId })
      return row && { workspace: workspaceFrom(row), player: playerFrom(row) }
    },

    async forgetDeliveries(before) {
      await session.db.delete(deliveryTable).where(lt(deliveryTable.cameAt, before))
    },
  }
}

async function recognise(
  session: Session,
  rounds: LastSeenRounds,
  { workspace, player, channel, delivery, roundId, firstTry }: Parameters<Askers['recognise']>[0],
): ReturnType<Askers['recognise']> {
  const tried = givenFirstTry(rounds.get(roundId), firstTry)
  const given = {
    ...{ workspaceRef: workspace.ref, workspaceName: workspace.name },
    ...{ playerRef: player.ref, playerName: player.name, playerFallback: player.handle ?? '' },
    groups: player.groups === undefined ? null : [...player.groups],
    ...{ channelRef: channel?.ref ?? null, channelName: channel?.name ?? null },
    delivery: delivery === undefined ? null : hashOf(delivery),
    roundId: roundId ?? null,
    ...tried,
  }
  const asked = tried ? askerWithTry : roundId === undefined ? asker : askerInRound
  let rows = await session.run(asked, given)
  if (rows.length === 0) {
    await workspaces(session).recognise(workspace)
    rows = await session.run(asked, { ...given, workspaceName: '' })
  }
  const [row] = rows
  if (!row) throw new Error('a workspace was removed during a request from it')
  const playing = playingIn(rows)
  if (playing) rounds.keep(playing.round)
  const found = { workspace: workspaceFrom(row), player: playerFrom(row) }
  const stored =
    tried && playing && firstTry && storedTry(row, firstTry.answer, { round: playing.round, player: found.player })
  return {
    ...found,
    ...(channel && { channel: channelFrom(row) }),
    ...(row.replayed === true && { replayed: true }),
    ...belongsIn(row),
    ...(playing && { playing }),
    ...(stored && { stored }),
  }
}

function belongsIn(row: Record<string, unknown>): { belongs?: Belongs } {
  const { group_team: team, follows } = row as { group_team: string | null; follows: boolean }
  const { teamId } = playerFrom(row)
  if (team !== null) return Number(team) === teamId ? {} : { belongs: { teamId: Number(team) } }
  return follows ? { belongs: { teamId: null } } : {}
}

function playingIn(rows: Record<string, unknown>[]): Playing | undefined {
  const round = anyRoundFrom(rows[0] ?? {})
  return round && { round, attempts: rows.flatMap((row) => anyAttemptFrom(row) ?? []) }
}

function hashOf(delivery: string): string {
  return createHash('sha256').update(delivery).digest('base64url').slice(0, 22)
}

const ofWorkspace = { workspace_id: sql`workspace.id` }

const handle = sql`${sql.param(sql.placeholder('playerFallback'), playerTable.name)}::text`

const delivery = sql`${sql.param(sql.placeholder('delivery'), deliveryTable.hash)}::text`

/** Null if the platform doesn't send groups. The statement below then reads no teams. */
const groups = sql`${sql.placeholder('groups')}::text[]`

/** A team that follows one of the groups. If the player's own team is among them, it is chosen. */
const groupTeam = sql`(
  select team.id from ${teamTable} as team
  where ${groups} is not null and team.workspace_id = workspace.id and team.linked_ref = any (${groups})
  order by team.id = player.team_id desc nulls last, team.id limit 1
)`

const followsGroup = sql`${groups} is not null and exists (
  select from ${teamTable} as team where team.id = player.team_id and team.linked_ref is not null
)`

/**
 * Returns undefined if the workspace is new or has a new name. Concurrent calls lock the player first, then the
 * channel. Like all writes it waits for the disk, because later statements use the ids that it returns. If a crash lost
 * the rows, Postgres could assign the same ids to other people, and they would be credited with an answer in progress.
 */
function recognizing({ also, columns, from, order }: Record<'also' | 'columns' | 'from' | 'order', SQL>): SQL {
  return sql`
  with workspace as (
    select * from ${workspaceTable}
    where ref = ${sql.param(sql.placeholder('workspaceRef'), workspaceTable.ref)}
      and ${sql.param(sql.placeholder('workspaceName'), workspaceTable.name)}::text in (name, '')
  ),
  ${recognized(playerTable, 'player', ofWorkspace, sql`workspace`, handle)},
  ${recognized(channelTable, 'channel', ofWorkspace, sql`workspace cross join (select count(*) from player) as first`)},
  delivered as (
    insert into ${deliveryTable} (hash) select ${delivery} from workspace where ${delivery} is not null
    on conflict do nothing returning hash
  )${also}
  select ${workspaceColumns}, ${playerColumns}, ${channelColumns},
    ${delivery} is not null and not exists (select from delivered) as replayed,
    ${groupTeam} as group_team, ${followsGroup} as follows${columns}
  from workspace cross join player left join channel on true${from}${order}`
}

const nothing = sql``

const asker = statement(recognizing({ also: nothing, columns: nothing, from: nothing, order: nothing }))

/** With a row for each of the asker's attempts in a round, and at least one row. */
const inRound = {
  also: nothing,
  columns: sql`, ${roundColumns}, ${attemptColumns}`,
  from: sql`
    left join ${roundTable} as round on round.id = ${sql.placeholder('roundId')}
    left join ${answerTable} as answer on answer.round_id = round.id and answer.player_id = player.id
    left join lateral ${newestGrade(sql`answer.id`)} on true`,
  order: sql` order by answer.attempt`,
}

const askerInRound = statement(recognizing(inRound))

/** Every row contains the stored try, if one was stored. */
const askerWithTry = statement(
  recognizing({
    ...inRound,
    also: sql`, ${storingTry({ delivery, groups })}`,
    columns: sql`${inRound.columns}, ${storedTryColumns}`,
    from: sql`${inRound.from} left join stored on true`,
  }),
)

const channelIsKnown = 'channel_is_known'

const known = statement(sql`
  select ${workspaceColumns}, ${playerColumns}, ${channelColumns}, channel.id is not null as ${sql.identifier(channelIsKnown)}
  from ${workspaceTable} as workspace
  join ${playerTable} as player
    on player.workspace_id = workspace.id and player.ref = ${sql.param(sql.placeholder('playerRef'), playerTable.ref)}
  left join ${channelTable} as channel
    on channel.workspace_id = workspace.id and channel.ref = ${sql.param(sql.placeholder('channelRef'), channelTable.ref)}
  where workspace.ref = ${sql.param(sql.placeholder('workspaceRef'), workspaceTable.ref)}`)

const ofPlayer = statement(sql`
  select ${workspaceColumns}, ${playerColumns}
  from ${playerTable} as player join ${workspaceTable} as workspace on workspace.id = player.workspace_id
  where player.id = ${sql.placeholder('playerId')}`)
