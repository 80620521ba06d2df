import type { ImportFormat } from '../../../domain/packs/imported.ts'
import type { LabelledExample, Question } from '../../../domain/question.ts'
import type { Synonyms } from '../../../domain/rubric/rubric.ts'
import type { ImportState, ReportLine } from '../../../ports/imports/imports.ts'
import type { SuggestionState } from '../../../ports/store/packs.ts'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, sql, text, unique } from '../sql/drizzle.ts'
import { bytes, document, moment, reference, rowId, words } from './columns.ts'
import { playerTable } from './players.ts'
import { questionTable } from './questions.ts'
import { workspaceTable } from './workspaces.ts'

export const packTable = pgTable(
  'packs',
  {
    id: rowId(),
    workspaceId: reference('workspace_id')
      .notNull()
      .references(() => workspaceTable.id, { onDelete: 'cascade' }),
    name: words('name').notNull(),
    language: text('language').notNull().default('en'),
    forgivesSpelling: boolean('forgives_spelling').notNull().default(true),
    /** All synonym sets of the pack. Each version of a question contains a copy of those it uses. */
    synonyms: document('synonyms').$type<Synonyms>().notNull(),
    titles: document('titles').$type<Record<string, string>>().notNull(),
  },
  (table) => [
    unique('packs_in_workspace').on(table.id, table.workspaceId),
    unique('packs_name').on(table.workspaceId, table.name),
  ],
)

export const packQuestionTable = pgTable(
  'pack_questions',
  {
    workspaceId: reference('workspace_id').notNull(),
    packId: reference('pack_id').notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: text('question_version').notNull(),
    /** For authors. Examples are not part of a version. */
    examples: document('examples').$type<LabelledExample[]>().notNull(),
    retiredAt: moment('retired_at'),
  },
  (table) => [
    primaryKey({ columns: [table.questionId] }),
    foreignKey({
      name: 'pack_questions_pack_of_workspace',
      columns: [table.packId, table.workspaceId],
      foreignColumns: [packTable.id, packTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'pack_questions_question_of_workspace',
      columns: [table.questionId, table.questionVersion, table.workspaceId],
      foreignColumns: [questionTable.id, questionTable.version, questionTable.owner],
    }),
    check('pack_questions_id', sql`starts_with(${table.questionId}, ${table.packId} || '/')`),
    index('pack_questions_of_pack').on(table.workspaceId, table.packId),
  ],
)

/** Links with which another workspace may copy a pack. Each works once. A revoked link has no row. */
export const packShareTable = pgTable(
  'pack_shares',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    packId: reference('pack_id').notNull(),
    playerId: reference('player_id').notNull(),
    sharedAt: moment('shared_at').notNull(),
    takenAt: moment('taken_at'),
  },
  (table) => [
    foreignKey({
      name: 'pack_shares_pack_of_workspace',
      columns: [table.packId, table.workspaceId],
      foreignColumns: [packTable.id, packTable.workspaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'pack_shares_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('pack_shares_of_pack').on(table.workspaceId, table.packId),
    index('pack_shares_of_player').on(table.playerId),
  ],
)

/** Questions that players suggest. An admin decides, and the author is notified. */
export const suggestionTable = pgTable(
  'suggestions',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    playerId: reference('player_id').notNull(),
    prompt: words('prompt').notNull(),
    answer: words('answer').notNull(),
    state: text('state').$type<SuggestionState>().notNull().default('waiting'),
    note: words('note'),
    suggestedAt: moment('suggested_at').notNull(),
    decidedAt: moment('decided_at'),
    toldAt: moment('told_at'),
    /** The workspace's question that was made from the suggestion. It names its author when it is asked. */
    questionId: text('question_id'),
    /** When the question was first asked, and when the author was notified. */
    askedAt: moment('asked_at'),
    askedToldAt: moment('asked_told_at'),
  },
  (table) => [
    foreignKey({
      name: 'suggestions_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    index('suggestions_by_state').on(table.workspaceId, table.state, table.id),
    index('suggestions_of_player').on(table.playerId),
    index('suggestions_untold').on(table.id).where(sql`${table.state} <> 'waiting' and ${table.toldAt} is null`),
    index('suggestions_asked_untold')
      .on(table.id)
      .where(sql`${table.askedAt} is not null and ${table.askedToldAt} is null`),
    index('suggestions_of_question').on(table.workspaceId, table.questionId),
  ],
)

/** Files from other quiz programs. Their bytes are kept until a worker has read them. */
export const importTable = pgTable(
  'imports',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    playerId: reference('player_id').notNull(),
    name: words('name').notNull(),
    format: text('format').$type<ImportFormat>().notNull(),
    english: boolean('english').notNull(),
    /** The pack for the drafts, or empty if none was chosen. */
    pack: words('pack').notNull().default(''),
    bytes: bytes('bytes'),
    state: text('state').$type<ImportState>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    problem: words('problem'),
    lines: document('lines').$type<ReportLine[]>().notNull(),
    askedAt: moment('asked_at').notNull(),
    readAt: moment('read_at'),
  },
  (table) => [
    foreignKey({
      name: 'imports_player_of_workspace',
      columns: [table.playerId, table.workspaceId],
      foreignColumns: [playerTable.id, playerTable.workspaceId],
    }).onDelete('cascade'),
    unique('imports_in_workspace').on(table.id, table.workspaceId),
    index('imports_of_workspace').on(table.workspaceId, table.id),
    index('imports_of_player').on(table.playerId),
    index('imports_unread').on(table.id).where(sql`${table.state} = 'waiting'`),
  ],
)

export const draftTable = pgTable(
  'drafts',
  {
    id: rowId(),
    workspaceId: reference('workspace_id').notNull(),
    importId: reference('import_id').notNull(),
    line: integer('line').notNull(),
    question: document('question').$type<Question>().notNull(),
    synonyms: document('synonyms').$type<Synonyms>().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'drafts_import_of_workspace',
      columns: [table.importId, table.workspaceId],
      foreignColumns: [importTable.id, importTable.workspaceId],
    }).onDelete('cascade'),
    index('drafts_of_workspace').on(table.workspaceId, table.importId, table.line),
    index('drafts_of_import').on(table.importId),
  ],
)
