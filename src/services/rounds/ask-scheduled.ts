import type { QuestionSummary } from '../../domain/pick-question.ts'
import { isPostDay, nextPost, postMoment } from '../../domain/schedule.ts'
import type { AskSheet, NewRound } from '../../ports/store/rounds.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import { withFreshHolidays } from '../schedule/set-holidays.ts'
import { channelMemory } from './channel-memory.ts'
import { chooseQuestion } from './choose-question.ts'
import { warnFewLeft } from './warn-few-left.ts'

type AskingDeps = Pick<Deps, 'store' | 'queue' | 'chat' | 'bank' | 'log' | 'clock' | 'holidays'>
type Day = { localDate: string; now: Date }

/** A question that is later than this is skipped for the day. */
const lateMs = 3 * 60 * 60 * 1000

/**
 * If several channels choose the same question at the same time, one keeps it and the others choose again. In the last
 * turn, all of them keep it.
 */
const mostTurns = 20

/**
 * Asks a channel its question for a local date, if it is still due, and sets when the next one is due. Idempotent: the
 * round is unique per channel and date.
 */
export async function askScheduled(deps: AskingDeps, channelId: number, localDate: string): Promise<void> {
  const day = { localDate, now: deps.clock.now() }
  for (let turn = 1; turn <= mostTurns; turn++) {
    const sheet = await deps.store.posting.sheet(channelId)
    if (!sheet || (await ask(deps, sheet, day, turn === mostTurns)) !== 'taken') return
  }
}

/** Returns `taken` if another channel of the workspace got the chosen question in the meantime. */
async function ask(
  deps: AskingDeps,
  sheet: AskSheet,
  { localDate, now }: Day,
  isLastTurn: boolean,
): Promise<'taken' | undefined> {
  const { channel, history } = sheet
  if (!channel.schedule || channel.pausedBecause !== undefined) return undefined
  const schedule = await withFreshHolidays(deps, channel.schedule)
  const moment = postMoment(schedule, localDate)
  if (moment > now) return undefined
  const late = now.getTime() - moment.getTime()
  if (late > lateMs) {
    deps.log.warn({ channel: channel.id, localDate, lateMs: late }, 'too late for the daily question, skipped')
  }
  const bank = await deps.bank.current(choiceOf(channel))
  const isMeant = late <= lateMs && isPostDay(schedule, localDate)
  const chosen = isMeant ? await choose(deps, sheet, bank, { localDate, now }) : undefined
  const resumeAt = new Date(Math.max(moment.getTime(), now.getTime() - lateMs))
  const asked = await deps.store.posting.ask({
    channel,
    next: { schedule, nextPostAt: nextPost(schedule, resumeAt) ?? null },
    ...(chosen && { round: chosen.round }),
    unlessTaken: chosen !== undefined && !chosen.secret && !isLastTurn,
  })
  if (asked.kind === 'taken') return 'taken'
  if (asked.kind === 'asked') {
    await enqueue(deps, { name: 'post-round', roundId: asked.roundId }, { workspaceId: channel.workspaceId })
  }
  const askedNow = asked.kind === 'asked' && chosen ? [{ questionId: chosen.round.questionId, askedAt: now }] : []
  await warnFewLeft(deps, channel, bank, [...history, ...askedNow])
  return undefined
}

/** An empty bank is logged for the operator, and the schedule continues the next day. */
async function choose(
  { store, log }: AskingDeps,
  sheet: AskSheet,
  bank: readonly QuestionSummary[],
  { localDate, now }: Day,
): Promise<{ round: NewRound; secret: boolean } | undefined> {
  const { id: channelId, workspaceId, settings } = sheet.channel
  const memory = await channelMemory(store, sheet.channel)
  const chosen = chooseQuestion(sheet, bank, memory, { kind: 'scheduled', localDate })
  if (!chosen) {
    log.warn({ channel: channelId, localDate, code: 'bank-empty' }, 'no question to ask')
    return undefined
  }
  const { id: questionId, version: questionVersion } = chosen.question
  return {
    round: {
      ...{ workspaceId, channelId, questionId, questionVersion, kind: 'scheduled', localDate },
      ...{ attempts: settings.attempts, createdAt: now },
    },
    secret: chosen.secret,
  }
}
