import type { Posting } from '../../../ports/store/rounds.ts'
import { givenRows } from '../boards/award.ts'
import { channelColumns, channelFrom } from '../channels.ts'
import { newestOverlay } from '../desk/overlays.ts'
import { channelTable } from '../schema/channels.ts'
import { roundTable } from '../schema/rounds.ts'
import { batched } from '../sql/batched.ts'
import { sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { type AskedRow, askedFrom, askRow, type SheetRow, sheetFrom } from './posting-rows.ts'
import { roundColumns, roundFrom } from './round-row.ts'

/** The most channels that share a statement. It locks their rows until it is done. */
const most = 64

export function posting({ run }: Session): Posting {
  return {
    sheet: batched({
      most,
      keyOf: (id: number) => id,
      async run(ids) {
        const found = await run<SheetRow>(sheets, { ids })
        const byId = new Map(found.map((row) => [Number(row['channel.id']), sheetFrom(row)]))
        return ids.map((id) => byId.get(id))
      },
    }),

    ask: batched({
      most,
      keyOf: ({ channel }: Parameters<Posting['ask']>[0]) => channel.id,
      async run(wanted) {
        const found = await run<AskedRow>(asked, { rows: wanted.map(askRow) })
        const byId = new Map(found.map((row) => [Number(row.channel_id), askedFrom(row)]))
        return wanted.map(({ channel }) => byId.get(channel.id) ?? { kind: 'none' })
      },
    }),

    round: batched({
      most,
      keyOf: (id: number) => id,
      async run(ids) {
        const found = await run(withChannels, { ids })
        const pairs = found.map((row) => ({ round: roundFrom(row), channel: channelFrom(row) }))
        const byId = new Map(pairs.map((pair) => [pair.round.id, pair]))
        return ids.map((id) => byId.get(id))
      },
    }),

    open: batched({
      most,
      keyOf: ({ round }: Parameters<Posting['open']>[0]) => round.channelId,
      async run(posted) {
        const rows = posted.map(({ round, posted: place, now, closesAt }) => {
          return { round_id: round.id, posted: place, at: now, closes_at: closesAt }
        })
        const ended = await run<EndedRow>(opened, { rows })
        return posted.map(({ round }) =>
          ended
            .filter((row) => Number(row.round_id) === round.id)
            .map(({ id, workspace_id }) => ({ id: Number(id), workspaceId: Number(workspace_id) })),
        )
      },
    }),
  }
}

type EndedRow = { round_id: string; id: string; workspace_id: string }

/**
 * The value is wrapped in a select, so that Postgres plans the statement once. Planning takes longer than the query.
 */
const givenIds = sql`unnest((select ${sql.placeholder('ids')}::bigint[])) as given (id)`

const isSecret = sql`other.state <> 'failed' and other.revealed_at is null`

/** A round that could not be posted does not count, because nobody saw it. */
const sheets = statement(sql`
  select ${channelColumns}, (
    select coalesce(jsonb_agg(jsonb_build_array(question_id, at) order by at), '[]') from (
      select question_id, (extract(epoch from max(coalesce(opened_at, created_at))) * 1000)::float8 as at
      from ${roundTable} where channel_id = channel.id and state <> 'failed'
      group by question_id
    ) as once
  ) as history, array(
    select distinct other.question_id from ${roundTable} as other where other.workspace_id = channel.workspace_id and ${isSecret}
  ) as secret
  from ${givenIds} join ${channelTable} as channel on channel.id = given.id`)

const overlayOfJudged = newestOverlay({
  workspaceId: sql`judged.workspace_id`,
  questionId: sql`judged.question_id`,
})

/**
 * Locks channels in order of id, so that two of these statements can't deadlock. If two channels of a workspace want
 * the same question, only one gets it.
 */
const asked = statement(sql`
  with given as materialized (
    select * from ${givenRows} as given (
      channel_id bigint, workspace_id bigint, unless_taken boolean, seen jsonb, schedule jsonb, next_post_at timestamptz,
      question_id text, question_version text, question_owner bigint, kind text, local_date date, attempts int,
      created_at timestamptz
    )
  ), unmoved as materialized (
    select channel.id from given join ${channelTable} as channel on channel.id = given.channel_id
    where channel.paused_because is null and channel.schedule = given.seen
    order by channel.id for no key update of channel
  ), rival as materialized (
    select *, question_id is not null as wanted,
      row_number() over (partition by workspace_id, question_id order by channel_id) as turn
    from given where (select count(*) from unmoved) >= 0
  ), judged as materialized (
    select *, not wanted or not unless_taken or (
      turn = 1 and not exists (
        select from ${roundTable} as other
        where other.workspace_id = rival.workspace_id and other.question_id = rival.question_id and ${isSecret}
      )
    ) as fits
    from rival
  ), made as (
    insert into ${roundTable}
      (workspace_id, channel_id, question_id, question_version, question_owner, overlay_id, kind, local_date, attempts,
        created_at)
    select workspace_id, channel_id, question_id, question_version, question_owner, ${overlayOfJudged}, kind, local_date, attempts,
      created_at
    from judged where wanted and fits order by channel_id
    on conflict do nothing
    returning id, channel_id
  ), outcome as materialized (
    select judged.*, made.id as round_id, exists (select from unmoved where id = judged.channel_id) as is_unmoved
    from judged left join made on made.channel_id = judged.channel_id
  ), moved as (
    update ${channelTable} as channel set
      schedule = case when is_unmoved then outcome.schedule else channel.schedule end,
      next_post_at = case when is_unmoved then outcome.next_post_at else channel.next_post_at end,
      settings = case
        when round_id is not null and channel.settings->'pinned' ? outcome.question_id
        then jsonb_set(channel.settings, '{pinned}', (channel.settings->'pinned') - outcome.question_id)
        else channel.settings
      end
    from outcome where channel.id = outcome.channel_id and outcome.fits
  )
  select channel_id, wanted, fits, round_id from outcome`)

const withChannels = statement(sql`
  select ${roundColumns}, ${channelColumns}
  from ${givenIds} join ${roundTable} as round on round.id = given.id
  join ${channelTable} as channel on channel.id = round.channel_id`)

/** Locks rounds in order of id, in the same order as saving grades. */
const opened = statement(sql`
  with given as materialized (
    select * from ${givenRows} as given (round_id bigint, posted text, at timestamptz, closes_at timestamptz)
  ), held as materialized (
    select * from ${roundTable} as round
    where round.id in (
      select round_id from given
      union
      select other.id
      from given join ${roundTable} as mine on mine.id = given.round_id
      join ${roundTable} as other
        on other.workspace_id = mine.workspace_id and other.channel_id = mine.channel_id and other.state = 'open'
      where ${isSecret}
    )
    order by round.id for no key update of round
  ), opening as materialized (
    select given.*, held.channel_id, held.kind from given join held on held.id = given.round_id
    where held.state = 'posting'
  ), now_open as (
    update ${roundTable} as round
    set state = 'open', posted = opening.posted, opened_at = opening.at, closes_at = opening.closes_at
    from opening where round.id = opening.round_id
  ), calm as (
    update ${channelTable} as channel set failed_days = 0
    from opening
    where channel.id = opening.channel_id and opening.kind = 'scheduled' and channel.failed_days <> 0
  ), ending as materialized (
    select opening.round_id, opening.at, held.id, held.workspace_id
    from opening join held on held.channel_id = opening.channel_id and held.id <> opening.round_id
    where held.state = 'open' and opening.kind = 'scheduled' and held.kind = 'scheduled'
  ), ended as (
    update ${roundTable} as round set closes_at = ending.at from ending where round.id = ending.id
  )
  select round_id, id, workspace_id from ending`)
