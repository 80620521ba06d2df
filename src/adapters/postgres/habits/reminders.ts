import type { Reminders } from '../../../ports/store/habits.ts'
import { answerTable } from '../schema/answers.ts'
import { channelTable } from '../schema/channels.ts'
import { remindedTable, reminderTable } from '../schema/habits.ts'
import { playerTable } from '../schema/players.ts'
import { roundTable } from '../schema/rounds.ts'
import { and, asc, eq, gt, isNull, lte, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { withoutNulls } from '../sql/without-nulls.ts'
import { playedChannels } from './asked-days.ts'

const offeredAfter = 3

export function reminders({ db, run }: Session): Reminders {
  return {
    async find(playerId) {
      const [row] = await db.select().from(reminderTable).where(eq(reminderTable.playerId, playerId))
      return row && withoutNulls(row)
    },

    async keep({ channelId = null, dueAt = null, ...rest }) {
      const row = { ...rest, channelId, dueAt }
      await db.insert(reminderTable).values(row).onConflictDoUpdate({ target: reminderTable.playerId, set: row })
    },

    due(now, { after, limit }) {
      const { playerId: id, workspaceId, zone } = reminderTable
      const dueAt = sql`${reminderTable.dueAt}`.mapWith(reminderTable.dueAt)
      return db
        .select({ id, workspaceId, dueAt, zone })
        .from(reminderTable)
        .where(and(lte(reminderTable.dueAt, now), gt(id, after)))
        .orderBy(asc(id))
        .limit(limit)
    },

    async openRounds(playerId, now) {
      const rows = await run<{ id: string; name: string; closes_at: string; answered: boolean }>(open, {
        playerId,
        now,
      })
      return rows.map(({ id, name, closes_at, answered }) => ({
        id: Number(id),
        channelName: name,
        closesAt: new Date(closes_at),
        answered,
      }))
    },

    async begin({ id: playerId, workspaceId }, date) {
      await db.insert(remindedTable).values({ playerId, workspaceId, date }).onConflictDoNothing()
      const waiting = await db.$count(
        remindedTable,
        and(eq(remindedTable.playerId, playerId), eq(remindedTable.date, date), isNull(remindedTable.toldAt)),
      )
      return waiting > 0
    },

    async told(playerId, date, at) {
      await db
        .update(remindedTable)
        .set({ toldAt: at })
        .where(and(eq(remindedTable.playerId, playerId), eq(remindedTable.date, date)))
    },

    async mayOffer(playerId) {
      const [row] = await run<{ offered: boolean }>(offered, { playerId })
      return row?.offered ?? false
    },
  }
}

/** A round ends at its own time or with the channel's next question, whichever comes first. */
const open = statement(sql`
  select round.id, channel.name,
    least(round.closes_at, case when channel.next_post_at > round.opened_at then channel.next_post_at end) as closes_at,
    exists (select from ${answerTable} where round_id = round.id and player_id = player.id) as answered
  from ${reminderTable} as reminder
  join ${playerTable} as player on player.id = reminder.player_id
  join ${channelTable} as channel on channel.id in (select reminder.channel_id union ${playedChannels})
  join ${roundTable} as round on round.channel_id = channel.id
  where reminder.player_id = ${sql.placeholder('playerId')} and channel.workspace_id = reminder.workspace_id
    and round.state = 'open' and round.kind = 'scheduled' and round.closes_at > ${sql.placeholder('now')}::timestamptz
  order by closes_at, round.id limit 50`)

/** No round has more than five tries, so further answers belong to other rounds. */
const offered = statement(sql`
  select (
    select count(distinct round_id) from (
      select round_id from ${answerTable} where player_id = ${sql.placeholder('playerId')}
      order by id limit ${sql.raw(`${offeredAfter * 5 + 1}`)}
    ) as first
  ) = ${sql.raw(`${offeredAfter}`)} and not exists (
    select from ${reminderTable} where player_id = ${sql.placeholder('playerId')}
  ) as offered`)
