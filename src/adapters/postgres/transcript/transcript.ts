import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Transcript, TranscriptEntry } from '../../../ports/transcript.ts'
import { transcriptTable } from '../schema/transcript.ts'
import type { Session } from '../sql/session.ts'
import { messageFrom, storedMessage } from './message-json.ts'

/** Postgres' name for the notifications; what they carry is the channel that has something new. */
export const transcriptNotifications = 'transcript'

/** `watch` comes from outside, since it needs a connection of its own. */
export function transcript({ db, atomically }: Session, watch: Transcript['watch']): Transcript {
  return {
    append({ channel, onlyFor, under, author, message, key }) {
      return atomically(async (part) => {
        await takeTurn(part, channel)
        const [row] = await part.db
          .insert(transcriptTable)
          .values({
            channel,
            key,
            message: storedMessage(message),
            ...(onlyFor !== undefined && { onlyFor }),
            ...(under !== undefined && { under }),
            ...(author && { authorRef: author.ref, authorName: author.name }),
          })
          .onConflictDoNothing()
          .returning()
        if (row) {
          await tellWatchers(part, row)
          return entryFrom(row)
        }
        const [earlier] = await part.db
          .select()
          .from(transcriptTable)
          .where(and(eq(transcriptTable.channel, channel), eq(transcriptTable.key, key)))
        if (!earlier) throw new Error('an entry of the transcript was neither added nor found')
        return entryFrom(earlier)
      })
    },

    revise(id, message) {
      return atomically(async (part) => {
        const [entry] = await part.db
          .select({ channel: transcriptTable.channel })
          .from(transcriptTable)
          .where(eq(transcriptTable.id, id))
        if (!entry) return undefined
        await takeTurn(part, entry.channel)
        const [row] = await part.db
          .update(transcriptTable)
          .set({ message: storedMessage(message), edited: true, sequence: sql`nextval('transcript_sequence')` })
          .where(eq(transcriptTable.id, id))
          .returning()
        if (!row) return undefined
        await tellWatchers(part, row)
        return entryFrom(row)
      })
    },

    async since(channel, reader, sequence, limit) {
      const { onlyFor } = transcriptTable
      const rows = await db
        .select()
        .from(transcriptTable)
        .where(
          and(
            eq(transcriptTable.channel, channel),
            gt(transcriptTable.sequence, sequence),
            or(isNull(onlyFor), eq(onlyFor, reader)),
          ),
        )
        .orderBy(desc(transcriptTable.id))
        .limit(limit)
      return rows.map(entryFrom).reverse()
    },

    watch,
  }
}

/**
 * Writers of a channel take turns until they commit. Else a reader could see sequence 8 before 7 is committed, go on
 * from 8, and never learn of 7.
 */
async function takeTurn({ db }: Session, channel: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${channel}, 0))`)
}

/** They hear of it when the transaction commits. */
async function tellWatchers({ db }: Session, { channel }: { channel: string }): Promise<void> {
  await db.execute(sql`select pg_notify(${transcriptNotifications}, ${channel})`)
}

function entryFrom(row: typeof transcriptTable.$inferSelect): TranscriptEntry {
  const { sequence, id, channel, onlyFor, under, authorRef, authorName, sentAt, edited } = row
  return {
    sequence,
    id,
    channel,
    ...(onlyFor !== null && { onlyFor }),
    ...(under !== null && { under }),
    ...(authorRef !== null && { author: { ref: authorRef, name: authorName ?? '' } }),
    message: messageFrom(row.message),
    sentAt,
    edited,
  }
}
