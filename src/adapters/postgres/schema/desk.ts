import type { Verdict } from '../../../domain/rubric/rubric.ts'
import type { Mark } from '../../../domain/rulings/mark.ts'
import type { ChangeKind } from '../../../ports/store/changes.ts'
import { foreignKey, index, integer, pgTable, sql, text, unique } from '../sql/drizzle.ts'
import { answerTable } from './answers.ts'
import { document, moment, reference, rowId } from './columns.ts'
import { playerTable } from './players.ts'

/**
 * Links to the desk, and the sessions that they opened. Keys are stored only as hashes, so that a person who reads the
 * table can't sign in.
 */
export const deskSessionTable = pgTable(
  'desk_sessions',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    playerId: reference('player_id').notNull(),
    askedAt: moment('asked_at').notNull(),
    openedAt: moment('opened_at'),
    keyHash: text('key_hash').unique(),
  },
  (table) => [
    foreignKey({
      name: 'desk_sessions_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('desk_sessions_of_player').on(table.playerId),
    index('desk_sessions_by_age').on(table.askedAt),
  ],
)

export const changeTable = pgTable(
  'changes',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    playerId: reference('player_id').notNull(),
    at: moment('at').notNull(),
    kind: text('kind').$type<ChangeKind>().notNull(),
    about: document('about').$type<Record<string, string>>().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'changes_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('changes_of_workspace').on(table.workspaceId, table.id),
    index('changes_of_player').on(table.playerId),
  ],
)

/**
 * Admins' decisions about equal answers. The words are stored as a hash, because a player's text is stored only with
 * the answer, and erased with it.
 */
export const rulingTable = pgTable(
  'rulings',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: text('question_version').notNull(),
    wordsKey: text('words_key').notNull(),
    mark: text('mark').$type<Mark>().notNull(),
    /** The highest verdict that the grader may give the words. */
    most: text('most').$type<Verdict>(),
    revision: integer('revision').notNull().default(1),
    /** An answer whose text shows the words of the ruling. */
    answerId: reference('answer_id')
      .notNull()
      .references(() => answerTable.id, { onDelete: 'cascade' }),
    decidedBy: reference('decided_by').notNull(),
    decidedAt: moment('decided_at').notNull(),
  },
  (table) => [
    foreignKey({
      name: 'rulings_player_of_workspace',
      columns: [table.decidedBy, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    unique('rulings_words').on(table.workspaceId, table.questionId, table.questionVersion, table.wordsKey),
    unique('rulings_in_workspace').on(table.id, table.workspaceId),
    index('rulings_latest').on(table.workspaceId, table.decidedAt),
    index('rulings_of_answer').on(table.answerId),
    index('rulings_of_player').on(table.decidedBy),
  ],
)

/** Players to be notified of the effect of a ruling. */
export const rulingNoticeTable = pgTable(
  'ruling_notices',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    rulingId: reference('ruling_id').notNull(),
    answerId: reference('answer_id')
      .notNull()
      .references(() => answerTable.id, { onDelete: 'cascade' }),
    madeAt: moment('made_at').notNull().defaultNow(),
    toldAt: moment('told_at'),
  },
  (table) => [
    foreignKey({
      name: 'ruling_notices_ruling_of_workspace',
      columns: [table.rulingId, table.workspaceId],
      foreignColumns: [rulingTable.id, rulingTable.workspaceId],
    }).onDelete('cascade'),
    index('ruling_notices_of_ruling').on(table.rulingId),
    index('ruling_notices_of_answer').on(table.answerId),
    index('ruling_notices_untold').on(table.id).where(sql`${table.toldAt} is null`),
  ],
)
