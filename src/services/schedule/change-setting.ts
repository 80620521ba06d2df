import { localDay } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import { nearestNames } from '../../domain/nearest-names.ts'
import { shortId } from '../../domain/packs/own-questions.ts'
import { unaskedCount } from '../../domain/pick-question.ts'
import { readDates } from '../../domain/typed/read-dates.ts'
import { readWeekday } from '../../domain/typed/read-schedule.ts'
import {
  readDifficulty,
  readMinutes,
  readOnOff,
  readOrder,
  readPacks,
  readSeasons,
  readSkippedDates,
  readTeamScore,
  readTopics,
  readWholeNumber,
  type SettingName,
  settingNames,
  words,
} from '../../domain/typed/read-setting.ts'
import { readZone } from '../../domain/typed/read-zone.ts'
import { settingExample } from '../../messages/settings.ts'
import type { Channel, ChannelSettings } from '../../ports/store/channels.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import { choiceOf } from '../bank.ts'
import { arrangeWeekly } from '../boards/arrange-weekly.ts'
import type { Deps } from '../deps.ts'
import { listTopics } from '../list-topics.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { arrangeSeasons } from '../seasons/arrange-seasons.ts'
import { readGroup } from '../teams/link-team.ts'
import { setHolidays } from './set-holidays.ts'
import { changeSchedule } from './set-schedule.ts'
import { skipDays } from './skip-days.ts'

/** A longer list of pins isn't useful. */
const mostPinned = 50

type SettingDeps = Pick<Deps, 'store' | 'bank' | 'clock' | 'holidays'>
type Change = (deps: SettingDeps, asker: Asker & { channel: Channel }, typed: string) => Promise<void>

/** `fitting` counts the questions that the channel's settings allow. */
export type SettingsView = { workspace: Workspace; channel: Channel; packs: Pack[]; fitting: number }

/** Changes one setting of the asker's channel or workspace. Throws `setting-bad` with the allowed values. */
export async function changeSetting(
  deps: SettingDeps,
  asker: Asker,
  name: SettingName,
  typed: string,
): Promise<SettingsView> {
  const { channel } = asker
  if (!channel) throw new QuizError('channel-needed')
  try {
    await changes[name](deps, { ...asker, channel }, typed)
  } catch (error) {
    throw asSettingError(error, name)
  }
  return viewSettings(deps, asker)
}

/** Changes the settings in a form and ignores other values. Throws `setting-bad` with the allowed values. */
export async function changeSettings(
  deps: SettingDeps,
  asker: Asker,
  values: Readonly<Record<string, string>>,
): Promise<SettingsView> {
  for (const name of settingNames) {
    const value = values[name]
    if (value !== undefined && value !== '') await changeSetting(deps, asker, name, value)
  }
  return viewSettings(deps, asker)
}

/** Replaces the example of a schedule in an error, because the same parser reads schedules. */
function asSettingError(error: unknown, name: SettingName): unknown {
  if (!(error instanceof QuizError && error.code === 'schedule-bad')) return error
  return new QuizError('setting-bad', { problem: `${error.facts.problem}`, example: settingExample(name) })
}

export async function viewSettings(deps: Pick<Deps, 'store' | 'bank'>, asker: Asker): Promise<SettingsView> {
  if (!asker.channel) throw new QuizError('channel-needed')
  const [workspace, channel, packs] = await Promise.all([
    deps.store.workspaces.find(asker.workspace.id),
    deps.store.channels.find(asker.channel.id),
    deps.store.packs.list(asker.workspace.id),
  ])
  const shown = channel ?? asker.channel
  const fitting = unaskedCount(await deps.bank.current(choiceOf(shown)), [], shown.settings)
  return { workspace: workspace ?? asker.workspace, channel: shown, packs, fitting }
}

const changes: Record<SettingName, Change> = {
  attempts: inChannel((typed) => ({ attempts: readWholeNumber(typed, 1, 5) })),
  'reveal-after': inChannel((typed) => ({ revealAfterMinutes: readMinutes(typed) })),
  difficulty: inChannel((typed) => ({ difficulty: readDifficulty(typed) })),
  order: inChannel((typed) => ({ order: readOrder(typed) })),
  'extra-rounds': inChannel((typed) => ({ extraRounds: readWholeNumber(typed, 0, 50) })),
  threads: inChannel((typed) => ({ threads: readOnOff(typed) })),
  async mention(deps, asker, typed) {
    await deps.store.channels.change(asker.channel.id, {
      settings: { mention: readGroup(asker, typed) } as Partial<ChannelSettings>,
    })
  },
  async packs(deps, asker, typed) {
    const { channel } = asker
    const packs = readPacks(typed, await deps.store.packs.list(asker.workspace.id))
    // Removes topics that the new packs don't have, because they would leave nothing to ask.
    const known = (await listTopics(deps, { workspaceId: channel.workspaceId, packs })).map(({ topic }) => topic)
    const topics = channel.settings.topics.filter((topic) => known.includes(topic))
    await deps.store.channels.change(channel.id, { settings: { packs, topics } })
  },
  async topics(deps, asker, typed) {
    const known = (await listTopics(deps, choiceOf(asker.channel))).map(({ topic }) => topic)
    await deps.store.channels.change(asker.channel.id, { settings: { topics: readTopics(typed, known) } })
  },
  async pin(deps, asker, typed) {
    const before = asker.channel.settings.pinned
    const known = (await deps.bank.current(choiceOf(asker.channel))).map(({ id }) => id)
    const pinned = words(typed).map((word) => {
      const id = [...known, ...before].find((one) => one === word) ?? known.find((one) => shortId(one) === word)
      if (id !== undefined) return id
      const near = nearestNames(word, known.map(shortId))
      const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
      throw new QuizError('setting-bad', { problem: `There’s no question “${word}”.${meant}` })
    })
    const once = [...new Set(pinned)]
    if (once.length > mostPinned) {
      throw new QuizError('setting-bad', { problem: `At most ${mostPinned} questions can be pinned.` })
    }
    await deps.store.channels.change(asker.channel.id, { settings: { pinned: once } })
  },
  async skip(deps, asker, typed) {
    const today = localDay(deps.clock.now(), asker.channel.schedule?.zone ?? asker.workspace.zone)
    const change = (skip: readonly string[]) => readSkippedDates(typed, skip, (text) => readDates(text, today))
    // If nobody has arranged the upcoming questions, they are chosen again.
    if (asker.channel.settings.pinned.length > 0) await skipDays(deps, asker, change)
    else await changeSchedule(deps, asker, (current) => ({ ...current, skip: change(current.skip) }))
  },
  holidays: setHolidays,
  async 'team-score'(deps, asker, typed) {
    await deps.store.workspaces.change(asker.workspace.id, { teamScore: readTeamScore(typed) })
  },
  async seasons(deps, asker, typed) {
    await deps.store.workspaces.change(asker.workspace.id, { seasons: readSeasons(typed) })
    await arrangeSeasons(deps, asker.workspace.id)
  },
  async 'public-names'(deps, asker, typed) {
    await deps.store.workspaces.change(asker.workspace.id, { publicNames: readOnOff(typed) })
  },
  async 'board-link'(deps, asker, typed) {
    if (typed.trim().toLowerCase() !== 'reset') {
      throw new QuizError('setting-bad', {
        problem: 'Links to the board can be reset: `/heroku-quiz settings board-link reset`.',
      })
    }
    const workspace = await deps.store.workspaces.find(asker.workspace.id)
    await deps.store.workspaces.change(asker.workspace.id, { boardLinks: (workspace?.boardLinks ?? 0) + 1 })
  },
  async retention(deps, asker, typed) {
    await deps.store.workspaces.change(asker.workspace.id, { retentionMonths: readWholeNumber(typed, 1, 120) })
  },
  async zone(deps, asker, typed) {
    await deps.store.workspaces.change(asker.workspace.id, { zone: readZone(typed) })
    await arrangeWeekly(deps, asker.workspace.id)
    await arrangeSeasons(deps, asker.workspace.id)
  },
  async 'week-start'(deps, asker, typed) {
    await deps.store.workspaces.change(asker.workspace.id, { weekStart: readWeekday(typed) })
  },
}

function inChannel(
  read: (typed: string) => { [Name in keyof ChannelSettings]?: ChannelSettings[Name] | undefined },
): Change {
  return async (deps, asker, typed) => {
    await deps.store.channels.change(asker.channel.id, { settings: read(typed) as Partial<ChannelSettings> })
  }
}
