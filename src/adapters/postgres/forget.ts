import { randomUUID } from 'node:crypto'
import type { ChangeKind } from '../../ports/store/changes.ts'
import { answerTable } from './schema/answers.ts'
import { channelTable } from './schema/channels.ts'
import { departedTable } from './schema/departed.ts'
import { changeTable, deskSessionTable } from './schema/desk.ts'
import { disputeTable } from './schema/disputes.ts'
import { gradeTable } from './schema/grades.ts'
import { pauseTable, remindedTable, reminderTable, shareTable } from './schema/habits.ts'
import { hintTable } from './schema/hints.ts'
import { importTable, suggestionTable } from './schema/packs.ts'
import { playerTable } from './schema/players.ts'
import { practiceTable, recallTable } from './schema/practice.ts'
import { roundTable } from './schema/rounds.ts'
import { sandboxTable } from './schema/sandboxes.ts'
import { transcriptTable } from './schema/transcript.ts'
import { workspaceTable } from './schema/workspaces.ts'
import { and, asc, eq, inArray, or, type SQL, sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'
import { removeUnusedTeams } from './unused-teams.ts'

/**
 * Erases a player's identity and texts. Points remain on the boards without a name. An answer that is still waiting is
 * no longer graded, because its text is erased and there is nobody to notify.
 */
export async function forget(session: Session, id: number, fingerprint: string): Promise<void> {
  const { db } = session
  // Locks the player first, so that no further answer is stored, and then disputes and answers in the same order as
  // grading and decisions, to avoid deadlocks.
  const player = await lockedPlayer(session, id)
  if (!player) return
  // Without its text, nobody can decide an open dispute.
  await db.delete(disputeTable).where(and(eq(disputeTable.playerId, id), eq(disputeTable.state, 'open')))
  // An admin's note may quote the player.
  await db.update(disputeTable).set({ reason: null, note: null }).where(eq(disputeTable.playerId, id))
  await noteDeparture(session, id, fingerprint)
  await eraseAnswers(session, id)
  await eraseHabits(session, id)
  await eraseSuggestions(session, player.workspaceId, id)
  await eraseFileNames(session, player.workspaceId, id)
  await db
    .delete(transcriptTable)
    .where(or(eq(transcriptTable.authorRef, player.ref), eq(transcriptTable.onlyFor, player.ref)))
  await db.delete(deskSessionTable).where(eq(deskSessionTable.playerId, id))
  // A visitor with the owner's cookie becomes the owner again with their next action.
  await db.update(sandboxTable).set({ owner: null }).where(eq(sandboxTable.owner, player.ref))
  await db.update(channelTable).set({ scheduledBy: null }).where(eq(channelTable.scheduledBy, player.ref))
  await db
    .update(playerTable)
    .set({
      // The row is kept under a random place, so a person who returns becomes a new player.
      ref: `${player.workspaceRef}:forgotten-${randomUUID()}`,
      name: '',
      teamId: null,
      goal: null,
      exportLinks: sql`${playerTable.exportLinks} + 1`,
      forgottenAt: sql`now()`,
    })
    .where(eq(playerTable.id, id))
  if (player.teamId !== null) await removeUnusedTeams(session, player.workspaceId, player.teamId)
}

async function lockedPlayer({ db }: Session, id: number) {
  const [player] = await db
    .select({
      ref: playerTable.ref,
      teamId: playerTable.teamId,
      workspaceId: workspaceTable.id,
      workspaceRef: workspaceTable.ref,
    })
    .from(playerTable)
    .innerJoin(workspaceTable, eq(workspaceTable.id, playerTable.workspaceId))
    .where(eq(playerTable.id, id))
    .for('update', { of: playerTable })
  return player
}

/** Keeps a hash of the person, so that a returning person can't earn points twice or get a hint for free. */
async function noteDeparture({ db }: Session, id: number, fingerprint: string): Promise<void> {
  // After the reveal, this is no longer needed.
  await db.execute(sql`
    delete from ${departedTable} using ${roundTable} as round
    where round.id = ${departedTable.roundId} and round.revealed_at is not null`)
  await db.execute(sql`
    insert into ${departedTable} (round_id, fingerprint)
    select round.id, ${fingerprint} from ${roundTable} as round
    where round.revealed_at is null and round.id in (
      select round_id from ${answerTable} where player_id = ${id}
      union all select round_id from ${hintTable} where player_id = ${id}
    )
    on conflict do nothing`)
}

async function eraseAnswers({ db }: Session, id: number): Promise<void> {
  const theirs = db.select({ id: answerTable.id }).from(answerTable).where(eq(answerTable.playerId, id))
  await db.execute(sql`select from (${theirs} order by id for no key update) as locked`)
  await db
    .update(answerTable)
    .set({ text: '', wordsKey: null, eventId: null, path: null, requestId: null, state: 'told' })
    .where(eq(answerTable.playerId, id))
  // The readings quote misspelled words, and the evidence contains positions in the erased text.
  await db
    .update(gradeTable)
    .set({
      findings: sql`jsonb_build_object(
        'points', ${withoutEvidence('points')}, 'misconceptions', ${withoutEvidence('misconceptions')}, 'readings', '[]'::jsonb
      )`,
    })
    .where(inArray(gradeTable.answerId, theirs))
}

async function eraseHabits({ db }: Session, id: number): Promise<void> {
  await db.delete(reminderTable).where(eq(reminderTable.playerId, id))
  await db.delete(remindedTable).where(eq(remindedTable.playerId, id))
  await db.delete(pauseTable).where(eq(pauseTable.playerId, id))
  await db.delete(shareTable).where(eq(shareTable.playerId, id))
  await db.delete(practiceTable).where(eq(practiceTable.playerId, id))
  await db.delete(recallTable).where(eq(recallTable.playerId, id))
}

/** Also erases the text about them in the list of changes, no matter which admin made the change. */
async function eraseSuggestions({ db }: Session, workspaceId: number, id: number): Promise<void> {
  const theirs = await db
    .delete(suggestionTable)
    .where(eq(suggestionTable.playerId, id))
    .returning({ id: suggestionTable.id, prompt: suggestionTable.prompt })
  if (theirs.length === 0) return
  // Older changes don't contain the id of the suggestion.
  const isTheirs = or(
    inArray(
      sql`${changeTable.about}->>'suggestion'`,
      theirs.map((one) => String(one.id)),
    ),
    and(
      sql`not ${changeTable.about} ? 'suggestion'`,
      inArray(
        sql`${changeTable.about}->>'prompt'`,
        theirs.map(({ prompt }) => prompt),
      ),
    ),
  )
  await eraseFromChanges(db, 'prompt', and(ofKind(workspaceId, 'suggestion'), isTheirs))
}

/** The drafts stay with the workspace, like published questions. */
async function eraseFileNames({ db }: Session, workspaceId: number, id: number): Promise<void> {
  await db.update(importTable).set({ name: '' }).where(eq(importTable.playerId, id))
  const sent = and(ofKind(workspaceId, 'imported'), eq(changeTable.playerId, id))
  const file = sql`${changeTable.about}->>'file'`
  const names = await db.select({ name: file }).from(changeTable).where(sent)
  // Older changes don't contain the owner of the removed file.
  const removed = and(
    ofKind(workspaceId, 'import-removed'),
    or(
      sql`${changeTable.about}->>'sender' = ${String(id)}`,
      and(
        sql`not ${changeTable.about} ? 'sender'`,
        or(
          eq(changeTable.playerId, id),
          inArray(
            file,
            names.map(({ name }) => name),
          ),
        ),
      ),
    ),
  )
  await eraseFromChanges(db, 'file', or(sent, removed))
}

const ofKind = (workspaceId: number, kind: ChangeKind) =>
  and(eq(changeTable.workspaceId, workspaceId), eq(changeTable.kind, kind))

async function eraseFromChanges(db: Session['db'], key: 'prompt' | 'file', which: SQL | undefined): Promise<void> {
  // Locks the lower id first, in the same order as the deletion of old changes.
  const locked = db
    .select({ id: changeTable.id })
    .from(changeTable)
    .where(which)
    .orderBy(asc(changeTable.id))
    .for('update')
  await db
    .update(changeTable)
    .set({ about: sql`${changeTable.about} - ${key}::text` })
    .where(inArray(changeTable.id, locked))
}

/** One list of a grade's findings, without positions in the erased text. */
export function withoutEvidence(list: 'points' | 'misconceptions'): SQL {
  return sql`(
    select coalesce(jsonb_agg(found.one || '{"evidence": []}' order by found.place), '[]')
    from jsonb_array_elements(${gradeTable.findings} -> ${list}) with ordinality as found(one, place)
  )`
}
