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
    /** The workspace's additions to the rubric when the question was chosen. */
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
    /**
     * The number of people who answered, and of those who were right. Counted at the reveal and after later grades,
     * empty until then.
     */
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
 * The results of a revealed round, so that the desk doesn't have to read its answers. A row is always current, because
 * a trigger deletes it if any code, even the previous release, saves a grade in the round. A round without a row is
 * counted from its answers.
 */
export const roundResultTable = pgTable('round_results', {
  roundId: reference('round_id')
    .primaryKey()
    .references(() => roundTable.id, { onDelete: 'cascade' }),
  /** The number of people who missed each point in their best answer, by point id. */
  missed: document('missed').$type<Record<string, number>>().notNull(),
  /**
   * Wordings that were not right, most common first, as the ids of their newest answer and their players. No texts are
   * stored.
   */
  wordings: document('wordings').$type<number[][]>().notNull(),
  /** The most common wrong wording, as its newest answers and the number of people who wrote it. */
  wrongAnswers: bigint('wrong_answers', { mode: 'number' }).array().notNull(),
  wrongPeople: integer('wrong_people').notNull(),
  /**
   * Sums for the correlation, over people who also answered other questions: their number, the number who were right,
   * the sum of their mean scores on other questions, the same sum for those who were right, and the sum of squares.
   */
  telling: doublePrecision('telling').array().notNull(),
})
