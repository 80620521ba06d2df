import type { AskedDays } from '../../../domain/habit/streak.ts'
import type { Streaks } from '../../../ports/store/habits.ts'
import { answerTable } from '../schema/answers.ts'
import { pauseTable } from '../schema/habits.ts'
import { playerTable } from '../schema/players.ts'
import { roundTable } from '../schema/rounds.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

/** More days than freezes can bridge needn't be checked. */
const looksBack = 20

export function streaks({ run }: Session): Streaks {
  return {
    async askedSince(playerId, now) {
      const [row] = await run<{ asked: AskedDays }>(askedSince, { playerId, now })
      return row?.asked ?? {}
    },
  }
}

/**
 * For a statement with a row of `player`: the days after their last answered one on which each channel of `channels`, a
 * list of ids, asked something outside their pauses, and for which `which` is true of `other`, as a document by channel
 * id.
 */
export function askedDays(channels: SQL, which: SQL): SQL {
  return sql`(
    select coalesce(jsonb_object_agg(played.id, array(
      select other.local_date::text from ${roundTable} as other
      where other.channel_id = played.id and other.kind = 'scheduled'
        and other.local_date > (player.streak->>'lastDay')::date and ${which}
        and not exists (
          select from ${pauseTable} as pause
          where pause.player_id = player.id and other.local_date between pause.first_day and pause.last_day
        )
      order by other.local_date desc limit ${sql.raw(`${looksBack}`)}
    )), '{}') from (${channels}) as played(id)
  )`
}

/** The channels where a `player` plays, as their streak knows them. */
export const playedChannels = sql`
  select known::bigint from jsonb_object_keys(coalesce(player.streak->'channels', '{}')) as known`

/** If the release before wrote the streak, the channel of the last answer. */
const allPlayed = sql`
  ${playedChannels}
  union (
    select round.channel_id from ${answerTable} as answer join ${roundTable} as round on round.id = answer.round_id
    where answer.player_id = player.id and round.kind = 'scheduled' and player.streak->'channels' is null
    order by answer.id desc limit 1
  )`

/** For a statement with a row of `player`: what was asked and is over at a given moment. */
export function askedInVain(moment: SQL, which: SQL = sql`true`): SQL {
  return askedDays(
    allPlayed,
    sql`(other.state = 'closed' or (other.state = 'open' and other.closes_at <= ${moment})) and ${which}`,
  )
}

const askedSince = statement(sql`
  select ${askedInVain(sql`${sql.placeholder('now')}::timestamptz`)} as asked
  from ${playerTable} as player where player.id = ${sql.placeholder('playerId')}`)
