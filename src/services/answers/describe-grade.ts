import type { Answer } from '../../domain/answer.ts'
import { milestoneOf, type Streak } from '../../domain/habit/streak.ts'
import type { Round } from '../../domain/round.ts'
import { tellingReadings } from '../../domain/rubric/telling-readings.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import { withRulingNote } from '../../messages/desk/ruling-told.ts'
import { feedback } from '../../messages/feedback.ts'
import type { Moments } from '../../messages/habit/moments.ts'
import type { Message } from '../../ports/message.ts'
import type { GradeCause, SavedGrade } from '../../ports/store/answers.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Deps } from '../deps.ts'
import { newRank } from './new-rank.ts'

/** Causes of grades that were decided by a person. */
const decided: ReadonlySet<GradeCause> = new Set(['dispute', 'ruling'])

/** The feedback message for an answer; undefined if the answer has no grade. */
export async function describeGrade(deps: Pick<Deps, 'store' | 'bank'>, answer: Answer): Promise<Message | undefined> {
  const [grade, round, mine, hintTaken, player, offersReminder] = await Promise.all([
    deps.store.grades.newest(answer.id),
    deps.store.rounds.find(answer.roundId),
    deps.store.answers.ofPlayer(answer.roundId, answer.playerId),
    deps.store.hints.taken(answer.roundId, answer.playerId),
    deps.store.players.find(answer.playerId),
    deps.store.reminders.mayOffer(answer.playerId),
  ])
  if (!grade || !round) return undefined
  const { question, rubric } = await deps.bank.find(round)
  const earlier = mine.flatMap((one) => (one.answer.attempt < answer.attempt && one.grade ? [one.grade] : []))
  const before = earlier.map(({ score }) => score)
  const { alike, ...found } = grade
  const points = grade.earnedInAll
  const { difficulty } = question
  const { score } = grade
  const newTeam = await newTeamOf(deps, player)
  const told = feedback({
    question,
    text: answer.text,
    grade: {
      ...found,
      ...(alike && !decided.has(grade.cause) && { alike }),
      readings: tellingReadings(rubric, answer.text, grade.readings),
    },
    points,
    total: earlier.reduce((sum, one) => sum + one.earnedInAll, points),
    before,
    // A hint taken after this answer was graded didn't lower its points.
    hint: hintTaken && points === pointsForAttempt({ difficulty, score, before, hint: true }),
    attempt: answer.attempt,
    attempts: round.attempts,
    attemptsLeft: Math.max(0, round.attempts - mine.length),
    answerId: answer.id,
    roundId: round.id,
    closed: round.state === 'closed',
    offersReminder,
    ...(await momentsOf(deps, { answer, round, grade, player })),
    ...(newTeam === undefined ? {} : { newTeam }),
  })
  return grade.cause === 'ruling' ? withRulingNote(told) : told
}

/** The player's team, if an admin put them into it and they haven't been shown it yet. */
async function newTeamOf({ store }: Pick<Deps, 'store'>, player: Player | undefined): Promise<string | undefined> {
  if (player?.teamId === undefined || player.knowsTeam) return undefined
  return (await store.teams.find(player.teamId))?.name
}

type Graded = { answer: Answer; round: Round; grade: SavedGrade; player: Player | undefined }

/** The highlights of this answer. Changes by later decisions are announced separately. */
async function momentsOf({ store }: Pick<Deps, 'store'>, { answer, round, grade, player }: Graded): Promise<Moments> {
  const streak = player && streakBy(answer, round, player.streak)
  if (grade.cause !== 'graded') return { ...(streak && { streak }) }
  const [firstRight, rank] = await Promise.all([
    grade.verdict === 'correct' && store.grades.noneRightBefore(answer),
    newRank({ store }, round, answer, grade.earned),
  ])
  return { firstRight, ...(streak && { streak }), ...(rank !== undefined && { newRank: rank }) }
}

/** The streak, if this answer extended it. Only the first attempt at the most recent scheduled question can. */
function streakBy(answer: Answer, round: Round, streak: Streak): Moments['streak'] {
  const extended = round.kind === 'scheduled' && answer.attempt === 1 && streak.lastDay === round.localDate
  if (!extended) return undefined
  const milestone = milestoneOf(streak)
  return { days: streak.current, ...(milestone && { milestone }) }
}
