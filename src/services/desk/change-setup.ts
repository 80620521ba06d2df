import { QuizError } from '../../domain/errors.ts'
import { channelName } from '../../messages/closed-channel.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { From, ScheduleForm, SetupField, WeeklyForm } from '../../ports/desk/setup.ts'
import { endWeekly, setWeekly } from '../boards/set-weekly.ts'
import type { Deps } from '../deps.ts'
import { changeSetting } from '../schedule/change-setting.ts'
import { setSchedule } from '../schedule/set-schedule.ts'
import { endScheduleWithUndo } from '../undo/with-undo.ts'
import { noteChange } from './note-change.ts'
import { unlessChanged } from './unless-changed.ts'
import { textsOf } from './view-setup.ts'

type ChangeDeps = Pick<Deps, 'store' | 'bank' | 'clock' | 'rights' | 'holidays'>

/** Sets the schedule of a channel, or turns it off. Throws `changed-meanwhile`, or `schedule-bad` with the problem. */
export async function saveSchedule(
  deps: ChangeDeps,
  visit: Visit,
  from: From,
  form: ScheduleForm | 'off',
): Promise<void> {
  await unlessChanged(deps, visit, from, async (within, asker) => {
    if (form === 'off') {
      await endScheduleWithUndo(within, asker)
      return
    }
    await setSchedule(within, asker, form)
    const to = `${form.time} ${form.zone} ${form.days}`
    await noteChange(within, visit, 'scheduled', { channel: channelName(asker.channel), to })
  })
}

/** Saves the changed fields, all or nothing. Throws `changed-meanwhile`, or `setting-bad` with the allowed values. */
export async function saveSettings(
  deps: ChangeDeps,
  visit: Visit,
  from: From,
  values: Partial<Record<SetupField, string>>,
): Promise<void> {
  await unlessChanged(deps, visit, from, async (within, asker) => {
    const packs = await within.store.packs.list(asker.workspace.id)
    const before = textsOf(asker.channel, asker.workspace, packs)
    for (const [name, value] of Object.entries(values) as [SetupField, string][]) {
      if (value.trim() === before[name]) continue
      // Read again because one setting can depend on another: topics belong to packs.
      const channel = (await within.store.channels.find(asker.channel.id)) ?? asker.channel
      await namingField(name, () => changeSetting(within, { ...asker, channel }, name, value))
      await noteChange(within, visit, 'setting', {
        name,
        channel: channelName(asker.channel),
        before: before[name],
        after: value.trim().slice(0, 200),
      })
    }
  })
}

/** Adds the name of the field to an error, because the form has many fields. */
async function namingField(field: SetupField, change: () => Promise<unknown>): Promise<void> {
  try {
    await change()
  } catch (error) {
    throw error instanceof QuizError ? new QuizError(error.code, { ...error.facts, field }) : error
  }
}

/** Invalidates all links to the board page. */
export async function resetBoardLinks(deps: ChangeDeps, visit: Visit, from: From): Promise<void> {
  await unlessChanged(deps, visit, from, async (within, asker) => {
    await changeSetting(within, asker, 'board-link', 'reset')
    await noteChange(within, visit, 'board-links-reset', {})
  })
}

export async function saveWeekly(deps: ChangeDeps, visit: Visit, from: From, form: WeeklyForm | 'off'): Promise<void> {
  await unlessChanged(deps, visit, from, async (within, asker) => {
    if (form === 'off') await endWeekly(within, asker)
    else await setWeekly(within, asker, form)
    await noteChange(within, visit, 'weekly', {
      channel: channelName(asker.channel),
      to: form === 'off' ? 'off' : `${form.day} ${form.time}`,
    })
  })
}
