import { localDay } from '../../domain/calendar.ts'
import { unaskedCount } from '../../domain/pick-question.ts'
import type { Round } from '../../domain/round.ts'
import { nextPost, postMoment } from '../../domain/schedule.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { HomeRound, HomeView, Trouble } from '../../ports/desk/home.ts'
import type { Channel } from '../../ports/store/channels.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { few } from '../rounds/warn-few-left.ts'
import { countWaiting } from '../rulings/view-rulings.ts'

const roundsShown = 30
/** Counting stops at this number. */
const mostCounted = 100

export async function viewHome(deps: Pick<Deps, 'store' | 'bank' | 'clock'>, visit: Visit): Promise<HomeView> {
  const { workspace } = visit
  const now = deps.clock.now()
  const midnight = postMoment({ time: '00:00', zone: workspace.zone }, localDay(now, workspace.zone))
  const [rounds, disputes, channels, waiting] = await Promise.all([
    deps.store.overview.rounds(workspace.id, { since: midnight, limit: roundsShown }),
    deps.store.disputes.list(workspace.id, 'open', mostCounted),
    deps.store.channels.inWorkspace(workspace.id),
    countWaiting(deps, workspace.id),
  ])
  const scheduled = channels.filter(({ schedule }) => schedule !== undefined)
  const next = nextOf(scheduled, now)
  return {
    rounds: await Promise.all(rounds.map((one) => homeRound(deps, one))),
    openDisputes: disputes.length,
    waiting,
    troubles: await findTroubles(deps, scheduled),
    ...(next ? { next } : {}),
  }
}

async function homeRound(
  { bank }: Pick<Deps, 'bank'>,
  { round, ...figures }: { round: Round; channelName: string; answered: number; correct: number },
): Promise<HomeRound> {
  const { id, channelId, kind, state, createdAt } = round
  const { question } = await bank.find(round)
  return { id, channelId, prompt: question.prompt, kind, state, createdAt, ...figures }
}

function nextOf(channels: readonly Channel[], now: Date): HomeView['next'] {
  const coming = channels.flatMap(({ schedule, pausedBecause, name }) => {
    const at = schedule && pausedBecause === undefined ? nextPost(schedule, now) : undefined
    return at && schedule ? [{ at, channelName: name, zone: schedule.zone }] : []
  })
  return coming.toSorted((one, other) => one.at.getTime() - other.at.getTime())[0]
}

async function findTroubles(deps: Pick<Deps, 'store' | 'bank'>, channels: readonly Channel[]): Promise<Trouble[]> {
  if (channels.length === 0) return [{ kind: 'nothing-scheduled' }]
  const found = await Promise.all(
    channels.map(async (channel): Promise<Trouble[]> => {
      const { id: channelId, name: channelName, pausedBecause, failedDays } = channel
      if (pausedBecause !== undefined) return [{ kind: 'paused', channelId, channelName, because: pausedBecause }]
      const bank = await deps.bank.current(choiceOf(channel))
      const left = unaskedCount(bank, await deps.store.rounds.history(channelId), channel.settings)
      return [
        ...(failedDays > 0 ? [{ kind: 'failing', channelId, channelName, days: failedDays } as const] : []),
        ...(left < few ? [{ kind: 'few-left', channelId, channelName, left } as const] : []),
      ]
    }),
  )
  return found.flat()
}
