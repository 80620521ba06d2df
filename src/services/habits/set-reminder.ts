import { nextReminder, readReminderTime, readReminderZone, usualTime } from '../../domain/habit/reminder.ts'
import type { Reminder } from '../../ports/store/habits.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

/**
 * Turns on reminders for the asker. The zone is the typed one, the platform's, or the previous one. If there is none,
 * nothing changes and the result is `zone-unknown` with the time. Throws `remind-bad` with the problem.
 */
export async function setReminder(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  typed: { time?: string | undefined; zone?: string | undefined },
): Promise<Reminder | { kind: 'zone-unknown'; time: string }> {
  const { player, workspace, channel, origin } = asker
  const known = await deps.store.reminders.find(player.id)
  const time = typed.time ? readReminderTime(typed.time) : (known?.time ?? usualTime)
  const zone = typed.zone ? readReminderZone(typed.zone) : ((await origin.player.zone?.()) ?? known?.zone)
  if (zone === undefined) return { kind: 'zone-unknown', time }
  const channelId = channel?.id ?? known?.channelId
  const reminder: Reminder = {
    ...{ playerId: player.id, workspaceId: workspace.id, time, zone },
    dueAt: nextReminder({ time, zone }, deps.clock.now()),
    ...(channelId === undefined ? {} : { channelId }),
  }
  await deps.store.reminders.keep(reminder)
  return reminder
}

/** The row keeps the time and the zone, in case the player turns reminders on again. */
export async function endReminder(deps: Pick<Deps, 'store'>, { player }: Asker): Promise<void> {
  const known = await deps.store.reminders.find(player.id)
  if (!known) return
  const { dueAt: _, ...kept } = known
  await deps.store.reminders.keep(kept)
}
