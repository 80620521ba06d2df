import { answerTable } from './schema/answers.ts'
import { changeTable, deskSessionTable } from './schema/desk.ts'
import { disputeTable } from './schema/disputes.ts'
import { gradeTable } from './schema/grades.ts'
import { pauseTable, remindedTable, reminderTable, shareTable } from './schema/habits.ts'
import { hintTable } from './schema/hints.ts'
import { suggestionTable } from './schema/packs.ts'
import { playerTable } from './schema/players.ts'
import { practiceTable, recallTable } from './schema/practice.ts'
import { roundTable } from './schema/rounds.ts'
import { seasonPlaceTable, seasonTable } from './schema/standings.ts'
import { teamTable } from './schema/teams.ts'
import { transcriptTable } from './schema/transcript.ts'
import { asc, eq, getTableColumns, sql } from './sql/drizzle.ts'
import type { Session } from './sql/session.ts'
import { withoutNulls } from './sql/without-nulls.ts'

/** All that is stored of a player, in the words of the columns; empty where there is no such player. */
export async function everythingOf({ db }: Session, id: number): Promise<Record<string, unknown>> {
  const { ref, name, streak, goal } = playerTable
  const [player] = await db
    .select({ ref, name, streak, goal, team: teamTable.name })
    .from(playerTable)
    .leftJoin(teamTable, eq(teamTable.id, playerTable.teamId))
    .where(eq(playerTable.id, id))
  if (!player) return {}
  const round = { question: roundTable.questionId, day: roundTable.localDate }
  // A reply path is a key to somebody's chat, not something that is known of the player.
  const { wordsKey: _, playerId: __, path: ______, ...answerColumns } = getTableColumns(answerTable)
  const answers = await db
    .select({ ...round, ...answerColumns })
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
  const hints = await db
    .select({ ...round, takenAt: hintTable.takenAt })
    .from(hintTable)
    .innerJoin(roundTable, eq(roundTable.id, hintTable.roundId))
    .where(eq(hintTable.playerId, id))
    .orderBy(asc(hintTable.takenAt))
  const { playerId: ___, workspaceId: ____, decidedBy: _____, ...disputeColumns } = getTableColumns(disputeTable)
  const disputes = await db.select(disputeColumns).from(disputeTable).where(eq(disputeTable.playerId, id))
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
  const shares = await db
    .select({ ...round, pressedAt: shareTable.pressedAt })
    .from(shareTable)
    .innerJoin(roundTable, eq(roundTable.id, shareTable.roundId))
    .where(eq(shareTable.playerId, id))
    .orderBy(asc(shareTable.id))
  const changes = await db
    .select({ at: changeTable.at, kind: changeTable.kind, about: changeTable.about })
    .from(changeTable)
    .where(eq(changeTable.playerId, id))
    .orderBy(asc(changeTable.id))
  const { askedAt, openedAt } = deskSessionTable
  const deskSessions = await db
    .select({ askedAt, openedAt })
    .from(deskSessionTable)
    .where(eq(deskSessionTable.playerId, id))
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
  const { prompt, answer, state, note, suggestedAt } = suggestionTable
  const suggestions = await db
    .select({ prompt, answer, state, note, suggestedAt })
    .from(suggestionTable)
    .where(eq(suggestionTable.playerId, id))
    .orderBy(asc(suggestionTable.id))
  const seasons = await db
    .select({
      length: seasonTable.length,
      startsOn: seasonTable.startsOn,
      rank: seasonPlaceTable.rank,
      points: seasonPlaceTable.points,
    })
    .from(seasonPlaceTable)
    .innerJoin(seasonTable, eq(seasonTable.id, seasonPlaceTable.seasonId))
    .where(eq(seasonPlaceTable.playerId, id))
    .orderBy(asc(seasonTable.startsOn))
  const [points] = await db
    .select({ all: sql<number>`coalesce(sum(${gradeTable.earned}), 0)::int` })
    .from(gradeTable)
    .innerJoin(answerTable, eq(answerTable.id, gradeTable.answerId))
    .where(eq(answerTable.playerId, id))
  const messages = await db
    .select({ channel: transcriptTable.channel, sentAt: transcriptTable.sentAt, message: transcriptTable.message })
    .from(transcriptTable)
    .where(eq(transcriptTable.authorRef, player.ref))
    .orderBy(asc(transcriptTable.id))
  return {
    ...withoutNulls(player),
    points: points?.all ?? 0,
    answers: answers.map((answer) => ({
      ...withoutNulls(answer),
      grades: grades.filter((grade) => grade.answerId === answer.id),
    })),
    seasons,
    hints,
    disputes: disputes.map(withoutNulls),
    practice: practice.map(withoutNulls),
    recalls,
    suggestions: suggestions.map(withoutNulls),
    shares,
    ...(reminder && { reminder: withoutNulls(reminder) }),
    reminded: reminded.map(withoutNulls),
    pauses,
    messages,
    changes,
    deskSessions: deskSessions.map(withoutNulls),
  }
}

/** Before the reveal, the names of the ideas that an answer lacks would give them away. */
const shownFindings = sql`case when ${roundTable.revealedAt} is not null then ${gradeTable.findings} else jsonb_set(
  ${gradeTable.findings}, '{points}', jsonb_path_query_array(${gradeTable.findings}, '$.points[*] ? (@.found == true)')) end`
