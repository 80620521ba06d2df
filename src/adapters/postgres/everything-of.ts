import { answerTable } from './schema/answers.ts'
import { changeTable, deskSessionTable } from './schema/desk.ts'
import { disputeTable } from './schema/disputes.ts'
import { gradeTable } from './schema/grades.ts'
import { pauseTable, remindedTable, reminderTable, shareTable } from './schema/habits.ts'
import { hintTable } from './schema/hints.ts'
import { importTable, packShareTable, suggestionTable } from './schema/packs.ts'
import { playerTable } from './schema/players.ts'
import { practiceTable, recallTable } from './schema/practice.ts'
import { roundTable } from './schema/rounds.ts'
import { seasonPlaceTable, seasonTable } from './schema/standings.ts'
import { teamTable } from './schema/teams.ts'
import { transcriptTable } from './schema/transcript.ts'
import { asc, eq, getTableColumns, type NodePgDatabase, sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'
import { withoutNulls } from './sql/without-nulls.ts'

/** Returns all data about a player by column name, or an empty object if there is no such player. */
export async function everythingOf({ db }: Session, id: number): Promise<Record<string, unknown>> {
  const { ref, name, streak, goal } = playerTable
  const [player] = await db
    .select({ ref, name, streak, goal, team: teamTable.name })
    .from(playerTable)
    .leftJoin(teamTable, eq(teamTable.id, playerTable.teamId))
    .where(eq(playerTable.id, id))
  if (!player) return {}
  return {
    ...withoutNulls(player),
    points: await pointsOf(db, id),
    answers: await answersOf(db, id),
    seasons: await seasonsOf(db, id),
    hints: await hintsOf(db, id),
    disputes: await disputesOf(db, id),
    ...(await practiceOf(db, id)),
    suggestions: await suggestionsOf(db, id),
    shares: await sharesOf(db, id),
    ...(await remindersOf(db, id)),
    messages: await messagesOf(db, player.ref),
    ...(await deskWorkOf(db, id)),
  }
}

const round = { question: roundTable.questionId, day: roundTable.localDate }

async function pointsOf(db: NodePgDatabase, id: number) {
  const [points] = await db
    .select({ all: sql<number>`coalesce(sum(${gradeTable.earned}), 0)::int` })
    .from(gradeTable)
    .innerJoin(answerTable, eq(answerTable.id, gradeTable.answerId))
    .where(eq(answerTable.playerId, id))
  return points?.all ?? 0
}

async function answersOf(db: NodePgDatabase, id: number) {
  // A reply path is a credential for a chat, not data about the player.
  const { wordsKey: _, playerId: __, path: ___, ...columns } = getTableColumns(answerTable)
  const answers = await db
    .select({ ...round, ...columns })
    .from(answerTable)
    .innerJoin(roundTable, eq(roundTable.id, answerTable.roundId))
    .where(eq(answerTable.playerId, id))
    .orderBy(asc(answerTable.id))
  const grades = await db
    .select({ ...getTableColumns(gradeTable), findings: shownFindings })
    .from(gradeTable)
    .innerJoin(answerTable, eq(answerTable.id, gradeTable.answerId))
    .innerJoin(roundTable, eq(roundTable.id, answerTable.roundId))
    .where(eq(answerTable.playerId, id))
    .orderBy(asc(gradeTable.id))
  return answers.map((answer) => ({
    ...withoutNulls(answer),
    grades: grades.filter((grade) => grade.answerId === answer.id),
  }))
}

function seasonsOf(db: NodePgDatabase, id: number) {
  const { rank, points } = seasonPlaceTable
  return db
    .select({ length: seasonTable.length, startsOn: seasonTable.startsOn, rank, points })
    .from(seasonPlaceTable)
    .innerJoin(seasonTable, eq(seasonTable.id, seasonPlaceTable.seasonId))
    .where(eq(seasonPlaceTable.playerId, id))
    .orderBy(asc(seasonTable.startsOn))
}

function hintsOf(db: NodePgDatabase, id: number) {
  return db
    .select({ ...round, takenAt: hintTable.takenAt })
    .from(hintTable)
    .innerJoin(roundTable, eq(roundTable.id, hintTable.roundId))
    .where(eq(hintTable.playerId, id))
    .orderBy(asc(hintTable.takenAt))
}

async function disputesOf(db: NodePgDatabase, id: number) {
  const { playerId: _, workspaceId: __, decidedBy: ___, ...columns } = getTableColumns(disputeTable)
  const disputes = await db.select(columns).from(disputeTable).where(eq(disputeTable.playerId, id))
  return disputes.map(withoutNulls)
}

async function practiceOf(db: NodePgDatabase, id: number) {
  const practice = await db
    .select({ question: practiceTable.questionId, card: practiceTable.card })
    .from(practiceTable)
    .where(eq(practiceTable.playerId, id))
    .orderBy(asc(practiceTable.id))
  const recalls = await db
    .select({ ...round, knew: recallTable.knew, pressedAt: recallTable.pressedAt })
    .from(recallTable)
    .innerJoin(roundTable, eq(roundTable.id, recallTable.roundId))
    .where(eq(recallTable.playerId, id))
    .orderBy(asc(recallTable.roundId))
  return { practice: practice.map(withoutNulls), recalls }
}

async function suggestionsOf(db: NodePgDatabase, id: number) {
  const { prompt, answer, state, note, suggestedAt, questionId, askedAt } = suggestionTable
  const suggestions = await db
    .select({ prompt, answer, state, note, suggestedAt, questionId, askedAt })
    .from(suggestionTable)
    .where(eq(suggestionTable.playerId, id))
    .orderBy(asc(suggestionTable.id))
  return suggestions.map(withoutNulls)
}

function sharesOf(db: NodePgDatabase, id: number) {
  return db
    .select({ ...round, pressedAt: shareTable.pressedAt })
    .from(shareTable)
    .innerJoin(roundTable, eq(roundTable.id, shareTable.roundId))
    .where(eq(shareTable.playerId, id))
    .orderBy(asc(shareTable.id))
}

async function remindersOf(db: NodePgDatabase, id: number) {
  const [reminder] = await db
    .select({ time: reminderTable.time, zone: reminderTable.zone, dueAt: reminderTable.dueAt })
    .from(reminderTable)
    .where(eq(reminderTable.playerId, id))
  const reminded = await db
    .select({ date: remindedTable.date, toldAt: remindedTable.toldAt })
    .from(remindedTable)
    .where(eq(remindedTable.playerId, id))
    .orderBy(asc(remindedTable.date))
  const pauses = await db
    .select({ first: pauseTable.first, last: pauseTable.last })
    .from(pauseTable)
    .where(eq(pauseTable.playerId, id))
    .orderBy(asc(pauseTable.first))
  return { ...(reminder && { reminder: withoutNulls(reminder) }), reminded: reminded.map(withoutNulls), pauses }
}

function messagesOf(db: NodePgDatabase, author: string) {
  return db
    .select({ channel: transcriptTable.channel, sentAt: transcriptTable.sentAt, message: transcriptTable.message })
    .from(transcriptTable)
    .where(eq(transcriptTable.authorRef, author))
    .orderBy(asc(transcriptTable.id))
}

async function deskWorkOf(db: NodePgDatabase, id: number) {
  const { at, kind, about } = changeTable
  const changes = await db
    .select({ at, kind, about })
    .from(changeTable)
    .where(eq(changeTable.playerId, id))
    .orderBy(asc(changeTable.id))
  const { askedAt, openedAt } = deskSessionTable
  const deskSessions = await db
    .select({ askedAt, openedAt })
    .from(deskSessionTable)
    .where(eq(deskSessionTable.playerId, id))
  const { name: file, format, askedAt: uploadedAt } = importTable
  const imports = await db
    .select({ file, format, uploadedAt })
    .from(importTable)
    .where(eq(importTable.playerId, id))
    .orderBy(asc(importTable.id))
  const { sharedAt, takenAt } = packShareTable
  const packLinks = await db
    .select({ sharedAt, takenAt })
    .from(packShareTable)
    .where(eq(packShareTable.playerId, id))
    .orderBy(asc(packShareTable.id))
  return { changes, deskSessions: deskSessions.map(withoutNulls), imports, packLinks: packLinks.map(withoutNulls) }
}

/** Before the reveal, the missing ideas would give the answer away. */
const shownFindings = sql`case when ${roundTable.revealedAt} is not null then ${gradeTable.findings} else jsonb_set(
  ${gradeTable.findings}, '{points}', jsonb_path_query_array(${gradeTable.findings}, '$.points[*] ? (@.found == true)')) end`
