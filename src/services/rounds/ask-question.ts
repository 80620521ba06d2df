import { localDay } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import type { QuestionSummary } from '../../domain/pick-question.ts'
import type { Round } from '../../domain/round.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import { channelMemory } from './channel-memory.ts'
import { chooseQuestion, type Wanted } from './choose-question.ts'

/**
 * Chooses a question for a channel, saves the round, and adds the job that posts it. Returns undefined if the channel
 * already has its scheduled round for that local date. Throws `bank-empty` if no question fits, and `too-many-rounds`
 * if the channel already has `most` extra rounds that day.
 */
export async function askQuestion(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>,
  wanted: Wanted & {
    channelId: number
    askedBy?: number
    most?: number
    /** Asks exactly this question and ignores the settings. */
    questionId?: string
    requestId?: string
  },
): Promise<Round | undefined> {
  const shared = await deps.bank.current({ workspaceId: 0, packs: ['built-in'] })
  const round = await deps.store.transaction(async (tables) => {
    // Locked, so that concurrent requests can't exceed the limit.
    const channel = await tables.channels.find(wanted.channelId, wanted.most === undefined ? undefined : 'lock')
    if (!channel) throw new QuizError('channel-needed')
    if (wanted.most !== undefined) await checkExtraRounds(tables, channel, wanted.localDate, wanted.most)
    const { workspaceId, settings } = channel
    const bank = settings.packs.includes('built-in') ? shared : []
    const own = await tables.packs.current(workspaceId, settings.packs)
    const picked = await pick(tables, channel, [...bank, ...own], wanted)
    if (!picked) throw new QuizError('bank-empty')
    const created = await tables.rounds.create({
      workspaceId: channel.workspaceId,
      channelId: channel.id,
      questionId: picked.id,
      questionVersion: picked.version,
      kind: wanted.kind,
      localDate: wanted.localDate,
      attempts: channel.settings.attempts,
      createdAt: deps.clock.now(),
      ...(wanted.askedBy === undefined ? {} : { askedBy: wanted.askedBy }),
    })
    if (created && channel.settings.pinned.includes(picked.id)) {
      const pinned = channel.settings.pinned.filter((id) => id !== picked.id)
      await tables.channels.change(channel.id, { settings: { pinned } })
    }
    return created
  })
  if (round) {
    await enqueue(
      deps,
      { name: 'post-round', roundId: round.id },
      { workspaceId: round.workspaceId, ...(wanted.requestId ? { requestId: wanted.requestId } : {}) },
    )
  }
  return round
}

async function checkExtraRounds(tables: Tables, channel: Channel, localDate: string, most: number): Promise<void> {
  const today = await tables.rounds.latest(channel.id, ['posting', 'open', 'closed'], most + 1)
  const extra = today.filter((round) => round.kind === 'extra' && round.localDate === localDate)
  if (extra.length >= most) throw new QuizError('too-many-rounds', { most })
}

export function channelDay(channel: Channel, workspaceZone: string, now: Date): string {
  return localDay(now, channel.schedule?.zone ?? workspaceZone)
}

async function pick(
  tables: Tables,
  channel: Channel,
  bank: readonly QuestionSummary[],
  wanted: Wanted & { questionId?: string },
): Promise<QuestionSummary | undefined> {
  if (wanted.questionId !== undefined) return bank.find(({ id }) => id === wanted.questionId)
  const history = await tables.rounds.history(channel.id)
  const secret = await tables.rounds.unrevealed(channel.workspaceId)
  const memory = await channelMemory(tables, channel)
  const chosen = chooseQuestion({ channel, history, secret }, bank, memory, wanted)
  // Otherwise, a player who chooses a topic with one question could earn its points again and again.
  const isNarrowed = wanted.topic !== undefined || wanted.difficulty !== undefined
  if (chosen?.secret && wanted.kind === 'extra' && isNarrowed) throw new QuizError('question-open', { every: 'one' })
  return chosen?.question
}
