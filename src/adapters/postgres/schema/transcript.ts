import type { TranscriptMessage } from '../../../ports/transcript.ts'
import { boolean, index, pgSequence, pgTable, sql, unique } from '../sql/drizzle.ts'
import { document, moment, reference, rowId, words } from './columns.ts'

export const transcriptSequence = pgSequence('transcript_sequence')

export const transcriptTable = pgTable(
  'transcript',
  {
    id: rowId(),
    sequence: reference('sequence').notNull().default(sql`nextval('transcript_sequence')`),
    channel: words('channel').notNull(),
    key: words('key').notNull(),
    onlyFor: words('only_for'),
    under: reference('under'),
    authorRef: words('author_ref'),
    authorName: words('author_name'),
    message: document('message').$type<TranscriptMessage>().notNull(),
    sentAt: moment('sent_at').notNull().defaultNow(),
    edited: boolean('edited').notNull().default(false),
  },
  (table) => [
    unique('transcript_key').on(table.channel, table.key),
    index('transcript_new').on(table.channel, table.sequence),
    index('transcript_by_author').on(table.authorRef),
    index('transcript_by_reader').on(table.onlyFor),
  ],
)
