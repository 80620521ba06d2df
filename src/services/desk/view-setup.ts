import type { PackChoice } from '../../domain/packs/own-questions.ts'
import { dayName } from '../../messages/schedule.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { SetupField, SetupView } from '../../ports/desk/setup.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import { choiceOf } from '../bank.ts'
import { nextWeekly, weeklyChannel } from '../boards/arrange-weekly.ts'
import type { Deps } from '../deps.ts'
import { listTopics } from '../list-topics.ts'
import { showSchedule } from '../schedule/set-schedule.ts'
import { askerAt } from './asker-at.ts'
import { stampOf } from './unless-changed.ts'

/**
 * The setup of a channel. If `channelId` is 0, it is the first one with a schedule. Returns undefined if the workspace
 * has no channel.
 */
export async function viewSetup(
  deps: Pick<Deps, 'store' | 'bank' | 'clock' | 'rights'>,
  visit: Visit,
  channelId: number,
): Promise<SetupView | undefined> {
  const { workspace } = visit
  const channels = await deps.store.channels.inWorkspace(workspace.id)
  const first = channels.find(({ schedule }) => schedule) ?? channels[0]
  const chosen = channelId === 0 ? first : channels.find(({ id }) => id === channelId)
  if (!chosen) return undefined
  const asker = await askerAt(deps, visit, chosen.id)
  const [{ schedule, next, paused }, packs] = await Promise.all([
    showSchedule(deps, asker),
    deps.store.packs.list(workspace.id),
  ])
  return {
    channel: nameOf(chosen),
    channels: channels.map(nameOf),
    seen: stampOf(asker.channel, workspace),
    next,
    values: textsOf(asker.channel, workspace, packs),
    packs: ['built-in', ...packs.map(({ name }) => name)],
    topics: (await listTopics(deps, choiceOf(chosen))).map(({ topic }) => topic),
    weekly: await weeklyOf(deps, workspace),
    ...(schedule ? { schedule } : {}),
    ...(paused === undefined ? {} : { paused }),
  }
}

/** Each setting as text that the `settings` command accepts. */
export function textsOf(
  { settings, schedule }: Channel,
  workspace: Workspace,
  packs: readonly Pick<Pack, 'id' | 'name'>[],
): Record<SetupField, string> {
  const packName = (choice: PackChoice) => packs.find(({ id }) => id === choice)?.name ?? 'built-in'
  const hours = settings.revealAfterMinutes / 60
  return {
    attempts: String(settings.attempts),
    'reveal-after': Number.isInteger(hours) ? `${hours}h` : `${settings.revealAfterMinutes}min`,
    packs: settings.packs.map(packName).join(' '),
    topics: settings.topics.length === 0 ? 'all' : settings.topics.join(' '),
    difficulty: settings.difficulty ?? 'any',
    order: settings.order,
    'extra-rounds': String(settings.extraRounds),
    mention: settings.mention ?? 'off',
    threads: settings.threads ? 'on' : 'off',
    holidays: schedule?.holidays?.place ?? 'off',
    zone: workspace.zone,
    'week-start': dayName(workspace.weekStart).toLowerCase(),
    'team-score': workspace.teamScore,
    seasons: workspace.seasons,
    'public-names': workspace.publicNames ? 'on' : 'off',
    retention: workspace.retentionMonths === undefined ? '' : String(workspace.retentionMonths),
  }
}

async function weeklyOf(deps: Pick<Deps, 'store' | 'clock'>, workspace: Workspace): Promise<SetupView['weekly']> {
  const { on, day, time } = workspace.weekly
  const channel = await weeklyChannel(deps, workspace)
  const next = channel && nextWeekly(workspace, deps.clock.now())
  return {
    ...{ on, day, time, zone: workspace.zone },
    ...(channel ? { channelName: channel.name } : {}),
    ...(next ? { next } : {}),
  }
}

function nameOf({ id, name }: Channel): { id: number; name: string } {
  return { id, name }
}
