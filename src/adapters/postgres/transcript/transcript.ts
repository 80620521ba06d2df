import type { Transcript, TranscriptEntry } from '../../../ports/transcript.ts'
import { pictureTable } from '../schema/sandboxes.ts'
import { transcriptTable } from '../schema/transcript.ts'
import { and, desc, eq, gt, isNull, max, or, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { type Picture, storedMessage } from './message-json.ts'

/** The Postgres channel for notifications. Their payload is the quiz channel with a new line. */
export const transcriptNotifications = 'transcript'

const linesKept = 200

/** `watch` is a parameter, because it needs its own connection. */
export function transcript({ db, atomically }: Session, watch: Transcript['watch']): Transcript {
  return {
    append(entry) {
      const stored = storedMessage(entry.message)
      return atomically((part) => append(part, entry, stored))
    },

    revise(id, message) {
      const stored = storedMessage(message)
      return atomically((part) => revise(part, id, stored))
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
            reader === 'everyone' ? undefined : or(isNull(onlyFor), eq(onlyFor, reader)),
          ),
        )
        .orderBy(desc(transcriptTable.id))
        .limit(limit)
      return rows.map(entryFrom).reverse()
    },

    async newest(channel) {
      const [row] = await db
        .select({ sequence: max(transcriptTable.sequence) })
        .from(transcriptTable)
        .where(eq(transcriptTable.channel, channel))
      return row?.sequence ?? 0
    },

    async picture(hash) {
      const [row] = await db.select().from(pictureTable).where(eq(pictureTable.hash, hash))
      return row && new Uint8Array(row.png)
    },

    watch,
  }
}

type NewEntry = Parameters<Transcript['append']>[0]
type Stored = ReturnType<typeof storedMessage>

async function append(part: Session, entry: NewEntry, { stored, pictures }: Stored): Promise<TranscriptEntry> {
  const { channel, onlyFor, under, author, key } = entry
  await takeTurn(part, channel)
  await storePictures(part, pictures)
  const [row] = await part.db
    .insert(transcriptTable)
    .values({
      channel,
      key,
      message: stored,
      ...(onlyFor !== undefined && { onlyFor }),
      ...(under !== undefined && { under }),
      ...(author && { authorRef: author.ref, authorName: author.name }),
    })
    .onConflictDoNothing()
    .returning()
  if (row) {
    await dropOldest(part, channel)
    await tellWatchers(part, row)
    return entryFrom(row)
  }
  const [earlier] = await part.db
    .select()
    .from(transcriptTable)
    .where(and(eq(transcriptTable.channel, channel), eq(transcriptTable.key, key)))
  if (!earlier) throw new Error('an entry of the transcript was neither added nor found')
  return entryFrom(earlier)
}

async function revise(part: Session, id: number, { stored, pictures }: Stored): Promise<TranscriptEntry | undefined> {
  const [entry] = await part.db
    .select({ channel: transcriptTable.channel })
    .from(transcriptTable)
    .where(eq(transcriptTable.id, id))
  if (!entry) return undefined
  await takeTurn(part, entry.channel)
  await storePictures(part, pictures)
  const [row] = await part.db
    .update(transcriptTable)
    .set({ message: stored, edited: true, sequence: sql`nextval('transcript_sequence')` })
    .where(eq(transcriptTable.id, id))
    .returning()
  if (!row) return undefined
  await tellWatchers(part, row)
  return entryFrom(row)
}

async function storePictures({ db }: Session, pictures: readonly Picture[]): Promise<void> {
  for (const picture of pictures) {
    await db
      .insert(pictureTable)
      .values(picture)
      .onConflictDoUpdate({ target: pictureTable.hash, set: { usedAt: sql`now()` } })
  }
}

async function dropOldest({ db }: Session, channel: string): Promise<void> {
  await db.execute(sql`
    delete from ${transcriptTable} where channel = ${channel} and id <= (
      select id from ${transcriptTable} where channel = ${channel} order by id desc offset ${linesKept} limit 1
    )`)
}

/**
 * Makes writers to a channel wait for each other until they commit. Otherwise a reader could see sequence 8 before 7 is
 * committed, continue from 8, and never see 7.
 */
async function takeTurn({ db }: Session, channel: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${channel}, 0))`)
}

/** Postgres sends the notification when the transaction commits. */
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
    message: row.message,
    sentAt,
    edited,
  }
}
