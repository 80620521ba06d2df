import type { Imports } from '../../../ports/imports/imports.ts'
import { draftTable, importTable } from '../schema/packs.ts'
import { workspaceTable } from '../schema/workspaces.ts'
import { and, asc, desc, eq, getTableColumns, gt, lt, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { withoutNulls } from '../sql/without-nulls.ts'

/** The most rows in one statement, because Postgres allows 65,535 parameters. */
const chunk = 500

const { bytes: _, lines: __, attempts: ___, playerId: ____, ...plainColumns } = getTableColumns(importTable)
const shownColumns = {
  ...plainColumns,
  drafts: sql<number>`(select count(*)::int from ${draftTable} as draft
    where draft.workspace_id = ${importTable}.workspace_id and draft.import_id = ${importTable}.id)`,
}
const { workspaceId: _____, ...draftColumns } = getTableColumns(draftTable)

export function imports(session: Session): Imports {
  const { db, atomically } = session

  return {
    ...drafts(session),

    add: (file, most) => atomically((part) => addImport(part, file, most)),

    async list(workspaceId) {
      const rows = await db
        .select(shownColumns)
        .from(importTable)
        .where(eq(importTable.workspaceId, workspaceId))
        .orderBy(desc(importTable.id))
      return rows.map(withoutNulls)
    },

    async find(workspaceId, id) {
      const [row] = await db
        .select({ ...shownColumns, lines: importTable.lines })
        .from(importTable)
        .where(isThis(workspaceId, id))
      return row && withoutNulls(row)
    },

    async begin(id) {
      const [row] = await db
        .update(importTable)
        .set({ attempts: sql`${importTable.attempts} + 1` })
        .where(and(eq(importTable.id, id), eq(importTable.state, 'waiting')))
        .returning({ ...plainColumns, bytes: importTable.bytes, attempt: importTable.attempts })
      if (!row?.bytes) return undefined
      const { bytes, attempt, ...file } = row
      return { file: { ...withoutNulls(file), drafts: 0 }, bytes, attempt }
    },

    async advance(id, done, total) {
      await db
        .update(importTable)
        .set({ done, total })
        .where(and(eq(importTable.id, id), eq(importTable.state, 'waiting')))
    },

    finish: (id, at, result) => atomically((part) => finish(part, id, at, result)),

    async remove(workspaceId, id) {
      const { name, playerId } = importTable
      const [row] = await db.delete(importTable).where(isThis(workspaceId, id)).returning({ name, playerId })
      return row
    },

    unread: ({ before, after, limit }) =>
      db
        .select({ id: importTable.id, workspaceId: importTable.workspaceId })
        .from(importTable)
        .where(and(gt(importTable.id, after), eq(importTable.state, 'waiting'), lt(importTable.askedAt, before)))
        .orderBy(asc(importTable.id))
        .limit(limit),
  }
}

function isThis(workspaceId: number, id: number) {
  return and(eq(importTable.workspaceId, workspaceId), eq(importTable.id, id))
}

type NewImport = Parameters<Imports['add']>[0]

async function addImport({ db }: Session, file: NewImport, most: number): ReturnType<Imports['add']> {
  // Locks the workspace, so that a workspace never has two waiting imports.
  const inWorkspace = eq(workspaceTable.id, file.workspaceId)
  await db.select({ id: workspaceTable.id }).from(workspaceTable).where(inWorkspace).for('no key update')
  const known = await db
    .select({ state: importTable.state })
    .from(importTable)
    .where(eq(importTable.workspaceId, file.workspaceId))
  if (known.some(({ state }) => state === 'waiting')) return 'busy'
  if (known.length >= most) return 'full'
  const [row] = await db
    .insert(importTable)
    .values({ ...file, lines: [] })
    .returning({ id: importTable.id })
  return row?.id ?? 'full'
}

type Finished = Parameters<Imports['finish']>[2]

async function finish({ db }: Session, id: number, at: Date, result: Finished): Promise<boolean> {
  const [row] = await db
    .update(importTable)
    .set({
      ...{ state: result.state, readAt: at, bytes: null },
      ...(result.state === 'read' ? { lines: [...result.lines] } : { problem: result.problem }),
    })
    .where(and(eq(importTable.id, id), eq(importTable.state, 'waiting')))
    .returning({ workspaceId: importTable.workspaceId })
  if (!row) return false
  const drafts = result.state === 'read' ? result.drafts : []
  for (let from = 0; from < drafts.length; from += chunk) {
    const some = drafts.slice(from, from + chunk)
    await db.insert(draftTable).values(some.map((draft) => ({ ...row, importId: id, ...draft })))
  }
  return true
}

function drafts({ db }: Session): Pick<Imports, 'drafts' | 'draft' | 'replace' | 'discard' | 'settle'> {
  const isDraft = (workspaceId: number, id: number) =>
    and(eq(draftTable.workspaceId, workspaceId), eq(draftTable.id, id))

  return {
    drafts: (workspaceId, importId) =>
      db
        .select(draftColumns)
        .from(draftTable)
        .where(
          and(
            eq(draftTable.workspaceId, workspaceId),
            importId === undefined ? undefined : eq(draftTable.importId, importId),
          ),
        )
        .orderBy(asc(draftTable.importId), asc(draftTable.line), asc(draftTable.id)),

    async draft(workspaceId, id) {
      const [row] = await db.select(draftColumns).from(draftTable).where(isDraft(workspaceId, id))
      return row
    },

    async replace(workspaceId, id, { question, synonyms }) {
      const { rowCount } = await db.update(draftTable).set({ question, synonyms }).where(isDraft(workspaceId, id))
      return (rowCount ?? 0) > 0
    },

    async discard(workspaceId, id) {
      const { rowCount } = await db.delete(draftTable).where(isDraft(workspaceId, id))
      return (rowCount ?? 0) > 0
    },

    async settle(workspaceId, prompt) {
      await db
        .delete(draftTable)
        .where(and(eq(draftTable.workspaceId, workspaceId), sql`${draftTable.question} ->> 'prompt' = ${prompt}`))
    },
  }
}
