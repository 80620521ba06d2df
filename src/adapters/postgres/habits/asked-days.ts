import type { AskedDays } from '../../../domain/habit/streak.ts'
import type { Streaks } from '../../../ports/store/habits.ts'
import { answerTable } from '../schema/answers.ts'
import { pauseTable } from '../schema/habits.ts'
import { playerTable } from '../schema/players.ts'
import { roundTable } from '../schema/rounds.ts'
import { type SQL, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

/** Freezes can't bridge more days than this, so earlier days aren't checked. */
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
 * For a statement with a row of `player`. For each channel id, it selects the days after the player's last answered
 * day on which the channel asked a question outside the player's pauses. `channels` is a list of ids, and `which` is a
 * condition on the round `other`.
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

export const playedChannels = sql`
  select known::bigint from jsonb_object_keys(coalesce(player.streak->'channels', '{}')) as known`

/** If the previous release wrote the streak, this is the channel of the last answer. */
const allPlayed = sql`
  ${playedChannels}
  union (
    select round.channel_id from ${answerTable} as answer join ${roundTable} as round on round.id = answer.round_id
    where answer.player_id = player.id and round.kind = 'scheduled' and player.streak->'channels' is null
    order by answer.id desc limit 1
  )`

/** For a statement with a row of `player`. Selects the unanswered questions that were closed at the given moment. */
export function unansweredDays(moment: SQL, which: SQL = sql`true`): SQL {
  return askedDays(
    allPlayed,
    sql`(other.state = 'closed' or (other.state = 'open' and other.closes_at <= ${moment})) and ${which}`,
  )
}

const askedSince = statement(sql`
  select ${unansweredDays(sql`${sql.placeholder('now')}::timestamptz`)} as asked
  from ${playerTable} as player where player.id = ${sql.placeholder('playerId')}`)
