import { paused } from '../../messages/habit/pause.ts'
import { reminderEnded } from '../../messages/habit/reminder.ts'
import { pauseForWeek } from '../../services/habits/set-pause.ts'
import { endReminder } from '../../services/habits/set-reminder.ts'
import { startReminding } from '../habits/remind.ts'
import type { Press, Submit } from './action.ts'

export const pressRemindOn: Press = (deps, asker) => startReminding(deps, asker, {})

export const pressRemindOff: Press = async (deps, asker) => {
  await endReminder(deps, asker)
  return { kind: 'private', message: reminderEnded() }
}

export const submitZone: Submit = (deps, asker, _about, { zone, time }) => startReminding(deps, asker, { zone, time })

export const pressPauseWeek: Press = async (deps, asker) => ({
  kind: 'private',
  message: paused(await pauseForWeek(deps, asker)),
})
