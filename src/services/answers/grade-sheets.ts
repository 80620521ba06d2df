import type { Answer } from '../../domain/answer.ts'
import { localDay } from '../../domain/calendar.ts'
import type { AskedDays, Streak } from '../../domain/habit/streak.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { gradeRuled } from '../../domain/rulings/settled.ts'
import { pointsForAttempt } from '../../domain/scoring.ts'
import type { Graded, Sheet } from '../../ports/store/grading.ts'
import type { Ruling, Rulings } from '../../ports/store/rulings.ts'
import type { Deps } from '../deps.ts'
import { wordsKey } from '../rulings/words-key.ts'
import { streakWith } from './streak-with.ts'

export type GradedSheets = {
  graded: Graded[]
  /** Errors from grading by answer id. An error also fails the player's later attempts in the round. */
  failed: Map<number, unknown>
}

type GradeDeps = Pick<Deps, 'bank' | 'clock'> & { store: { rulings: Pick<Rulings, 'ofQuestions'> } }

/** Grades the waiting answers of the sheets, first to last, because points and streak depend on the earlier answers. */
export async function gradeSheets(deps: GradeDeps, sheets: readonly Sheet[]): Promise<GradedSheets> {
  const graded: Graded[] = []
  const failed = new Map<number, unknown>()
  const scores = new Map<number, number>()
  const streaks = new Map<number, Streak>()
  const days = new Map<string, string>()
  const asked = new Map<number, AskedDays>()
  const rulingOn = rulingsOf(deps)
  for (const sheet of sheets) {
    const answer = askedOf(sheet)
    if (answer?.state !== 'received') continue
    try {
      const before = sheet.attempts.slice(0, -1).map((one) => {
        const score = one.score ?? scores.get(one.answer.id)
        if (score === undefined && one.answer.state === 'received') {
          throw failed.get(one.answer.id) ?? new Error('an earlier attempt waits for its grade')
        }
        return score
      })
      const current = {
        ...sheet,
        streak: streaks.get(answer.playerId) ?? sheet.streak,
        asked: { ...asked.get(answer.playerId), ...sheet.asked },
      }
      const one = await gradeOne(deps, current, answer, { before, days, rulingOn })
      graded.push(one)
      scores.set(answer.id, one.grade.score)
      if (one.streak) {
        streaks.set(answer.playerId, one.streak.after)
        asked.set(answer.playerId, current.asked)
      }
    } catch (error) {
      failed.set(answer.id, error)
    }
  }
  return { graded, failed }
}

export function askedOf(sheet: Sheet): Answer | undefined {
  return sheet.attempts.at(-1)?.answer
}

async function gradeOne(
  deps: GradeDeps,
  sheet: Sheet,
  answer: Answer,
  { before, days, rulingOn }: { before: (number | undefined)[]; days: Map<string, string>; rulingOn: RulingOn },
): Promise<Graded> {
  const { round, roundVersion, hint, zone } = sheet
  const { question, version, rubric } = await deps.bank.find(round)
  const ruling = await rulingOn(sheet, answer.text)
  const { grade, ruled } = ruling
    ? gradeRuled(rubric, answer.text, ruling)
    : { grade: gradeAnswer(rubric, answer.text), ruled: false }
  const scores = before.filter((score) => score !== undefined)
  const points = pointsForAttempt({ difficulty: question.difficulty, score: grade.score, before: scores, hint })
  const streak = streakWith(sheet)
  return {
    answer,
    roundVersion,
    grade: { ...grade, questionVersion: version, cause: ruled ? 'ruling' : 'graded', gradedAt: deps.clock.now() },
    entry: {
      workspaceId: round.workspaceId,
      playerId: answer.playerId,
      roundId: round.id,
      points,
      day: dayOf(answer.receivedAt, zone, days),
      ...(answer.teamId === undefined ? {} : { teamId: answer.teamId }),
    },
    ...(streak && { streak }),
  }
}

type RulingOn = (sheet: Sheet, text: string) => Promise<Ruling | undefined>

/** The rulings on a text, loaded once per question and only if the sheet says that there are any. */
function rulingsOf({ store }: GradeDeps): RulingOn {
  const asked = new Map<string, Promise<Ruling[]>>()
  return async ({ ruled, round }, text) => {
    if (!ruled) return undefined
    const { workspaceId, questionId, questionVersion } = round
    const key = `${workspaceId} ${questionId}`
    const reading = asked.get(key) ?? store.rulings.ofQuestions(workspaceId, [questionId])
    asked.set(key, reading)
    const words = wordsKey(text)
    return (await reading).find((one) => one.questionVersion === questionVersion && one.wordsKey === words)
  }
}

/**
 * Caches dates per zone and minute, because computing them is slow. In no zone does the date change within a minute.
 */
function dayOf(moment: Date, zone: string, known: Map<string, string>): string {
  const key = `${zone} ${moment.toISOString().slice(0, 16)}`
  const day = known.get(key) ?? localDay(moment, zone)
  known.set(key, day)
  return day
}
