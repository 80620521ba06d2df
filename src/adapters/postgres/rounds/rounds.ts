import { packOf } from '../../../domain/packs/own-questions.ts'
import type { Rounds } from '../../../ports/store/rounds.ts'
import { newestOverlay } from '../desk/overlays.ts'
import { answerTable } from '../schema/answers.ts'
import { roundTable } from '../schema/rounds.ts'
import { and, asc, eq, gt, inArray, isNull, lt, lte, type SQL, sql, unionAll } from '../sql/drizzle.ts'
import { requireRow } from '../sql/require-row.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'
import { earlierRounds } from './earlier-rounds.ts'
import { roundFigures } from './round-figures.ts'
import { asRound, roundColumns, roundFrom } from './round-row.ts'

export function rounds(session: Session): Rounds {
  const { db, run } = session
  return {
    ...earlierRounds(session),
    ...roundFigures(session),

    async create(round) {
      const questionOwner = packOf(round.questionId) === 'built-in' ? null : round.workspaceId
      const [row] = await db
        .insert(roundTable)
        .values({ ...round, questionOwner, overlayId: newestOverlay(round) })
        .onConflictDoNothing()
        .returning()
      return row && asRound(row)
    },

    async find(id, lock) {
      const [row] = await run(lock ? foundAndLocked : found, { id })
      return row && roundFrom(row)
    },

    async change(id, change) {
      const rows = await db.update(roundTable).set(change).where(eq(roundTable.id, id)).returning()
      return asRound(requireRow(rows, 'round', id))
    },

    holdGrading: (of) => holdGrading(session, of),

    async openFor({ id: playerId, workspaceId }, limit) {
      const rows = await run(openFor, { playerId, workspaceId, limit })
      return rows.map(roundFrom)
    },

    async unrevealed(workspaceId) {
      const rows = await run<{ question_id: string }>(unrevealed, { workspaceId })
      return rows.map((row) => row.question_id)
    },

    unfinished: (page) => unfinished(session, page),
  }
}

type Held = Parameters<Rounds['holdGrading']>[0]

async function holdGrading({ db }: Session, of: Held): Promise<void> {
  const { id, questionId, workspaceId, questionVersion, state } = roundTable
  const meant =
    'roundId' in of
      ? eq(id, of.roundId)
      : and(
          eq(questionId, of.questionId),
          of.workspaceId === undefined ? undefined : eq(workspaceId, of.workspaceId),
          of.questionVersion === undefined ? undefined : eq(questionVersion, of.questionVersion),
        )
  // Locks the lower id first, in the same order as saving grades.
  const locked = db.select({ id }).from(roundTable).where(meant).orderBy(asc(id)).for('no key update')
  // An update without a change still changes the rows' version, which saving grades compares.
  await db
    .update(roundTable)
    .set({ state: sql`${state}` })
    .where(inArray(id, locked))
}

type Page = Parameters<Rounds['unfinished']>[0]

/** Each kind has its own index, so that finished rounds are never read. */
async function unfinished({ db }: Session, { before, now, after, limit }: Page): ReturnType<Rounds['unfinished']> {
  const { id, workspaceId, state } = roundTable
  const those = (which: SQL | undefined) =>
    db
      .select({ id, workspaceId, state })
      .from(roundTable)
      .where(and(gt(id, after), which))
  return unionAll(
    those(and(eq(state, 'posting'), lt(roundTable.createdAt, before))),
    those(and(eq(state, 'open'), lte(roundTable.closesAt, now))),
    those(and(eq(state, 'closed'), isNull(roundTable.revealedAt))),
  )
    .orderBy(sql`id`)
    .limit(limit)
}

const byId = sql`select ${roundColumns} from ${roundTable} as round where round.id = ${sql.placeholder('id')}`

const found = statement(byId)

const foundAndLocked = statement(sql`${byId} for update`)

const openFor = statement(sql`
  select ${roundColumns} from ${roundTable} as round
  where round.workspace_id = ${sql.placeholder('workspaceId')} and round.state = 'open' and exists (
    select from ${answerTable} as answer join ${roundTable} as earlier on earlier.id = answer.round_id
    where answer.player_id = ${sql.placeholder('playerId')} and earlier.channel_id = round.channel_id
  )
  order by round.id desc limit ${sql.placeholder('limit')}`)

const unrevealed = statement(sql`
  select distinct round.question_id from ${roundTable} as round
  where round.workspace_id = ${sql.placeholder('workspaceId')} and round.state <> 'failed' and round.revealed_at is null`)
