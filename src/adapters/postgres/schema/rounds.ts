import type { RoundKind, RoundState } from '../../../domain/round.ts'
import {
  bigint,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  sql,
  text,
  unique,
  uniqueIndex,
} from '../sql/drizzle.ts'
import { channelTable } from './channels.ts'
import { document, moment, reference, rowId, words } from './columns.ts'
import { overlayTable, questionTable } from './questions.ts'
import { workspaceTable } from './workspaces.ts'

export const roundTable = pgTable(
  'rounds',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    channelId: reference('channel_id').notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: text('question_version').notNull(),
    /** The workspace itself for one of its own questions, otherwise null. */
    questionOwner: reference('question_owner'),
    /** What the workspace had added to the rubric when the question was chosen. */
    overlayId: reference('overlay_id'),
    kind: text('kind').$type<RoundKind>().notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    attempts: integer('attempts').notNull(),
    state: text('state').$type<RoundState>().notNull().default('posting'),
    askedBy: reference('asked_by'),
    posted: words('posted'),
    createdAt: moment('created_at').notNull().defaultNow(),
    openedAt: moment('opened_at'),
    closesAt: moment('closes_at'),
    closedAt: moment('closed_at'),
    revealedAt: moment('revealed_at'),
    /** How many people answered and how many of them got it, as of the reveal or of a later grade. Empty until then. */
    answered: integer('answered'),
    correct: integer('correct'),
  },
  (table) => [
    unique('rounds_in_workspace').on(table.id, table.workspaceId),
    foreignKey({
      name: 'rounds_channel_of_workspace',
      columns: [table.channelId, table.workspaceId],
      foreignColumns: [channelTable.id, channelTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.questionId, table.questionVersion],
      foreignColumns: [questionTable.id, questionTable.version],
    }),
    foreignKey({
      name: 'rounds_question_of_workspace',
      columns: [table.questionId, table.questionVersion, table.questionOwner],
      foreignColumns: [questionTable.id, questionTable.version, questionTable.owner],
    }),
    foreignKey({
      name: 'rounds_overlay_of_workspace',
      columns: [table.overlayId, table.workspaceId],
      foreignColumns: [overlayTable.id, overlayTable.workspaceId],
    }),
    index('rounds_of_overlay').on(table.overlayId).where(sql`${table.overlayId} is not null`),
    check(
      'rounds_question_owner',
      sql`coalesce(${table.questionOwner} = ${table.workspaceId}, ${table.questionId} not like '%/%')`,
    ),
    uniqueIndex('rounds_one_scheduled_a_day')
      .on(table.channelId, table.localDate)
      .where(sql`${table.kind} = 'scheduled'`),
    index('rounds_of_workspace').on(table.workspaceId, table.id),
    index('rounds_latest').on(table.channelId, table.id),
    index('rounds_unposted').on(table.createdAt).where(sql`${table.state} = 'posting'`),
    index('rounds_closing').on(table.closesAt).where(sql`${table.state} = 'open'`),
    index('rounds_secret').on(table.workspaceId).where(sql`${table.state} <> 'failed' and ${table.revealedAt} is null`),
    index('rounds_unrevealed').on(table.id).where(sql`${table.state} = 'closed' and ${table.revealedAt} is null`),
  ],
)

/**
 * The results of a revealed round, so the desk doesn't have to read its answers. A row is always current: if any code
 * saves a grade in the round, even the previous release, a trigger deletes the row in the same transaction. A round
 * without a row is counted from its answers until it gets one.
 */
export const roundResultTable = pgTable('round_results', {
  roundId: reference('round_id')
    .primaryKey()
    .references(() => roundTable.id, { onDelete: 'cascade' }),
  /** For each point's id, how many people missed it in their best answer. */
  missed: document('missed').$type<Record<string, number>>().notNull(),
  /**
   * Wordings that were not right, most common first: each has its newest answer and its people. No texts are stored.
   */
  wordings: document('wordings').$type<number[][]>().notNull(),
  /** The most common wrong wording: its newest answers, and how many people wrote it. */
  wrongAnswers: bigint('wrong_answers', { mode: 'number' }).array().notNull(),
  wrongPeople: integer('wrong_people').notNull(),
  /**
   * Sums for a correlation, over people who also answered other questions: how many they are, how many were right, the
   * sum of their mean scores on other questions, the same for those who were right, and the sum of squares.
   */
  telling: doublePrecision('telling').array().notNull(),
})
