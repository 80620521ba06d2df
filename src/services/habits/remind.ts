import { localDay } from '../../domain/calendar.ts'
import { nextReminder, type OpenRound, roundToRemind } from '../../domain/habit/reminder.ts'
import { reminderMessage } from '../../messages/habit/reminder.ts'
import type { Reminder } from '../../ports/store/habits.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'
import { streakNow } from './streak-now.ts'

/** After this time, a question that was due at the same moment is usually open, in milliseconds. */
const postedWithinMs = 120_000

/**
 * Reminds a player on their local date if a question is open, and sets when to check again. A row for the date and the
 * message key limit this to one reminder a day. Throws a `ChatError` if the job should be retried.
 */
export async function remind(
  deps: Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>,
  playerId: number,
  date: string,
): Promise<void> {
  const reminder = await deps.store.reminders.find(playerId)
  const now = deps.clock.now()
  if (!reminder?.dueAt || reminder.dueAt > now || localDay(reminder.dueAt, reminder.zone) !== date) return
  const player = await deps.store.players.find(playerId)
  const round = player && (await roundFor(deps, { ...reminder, dueAt: reminder.dueAt }, { moment: now, date }))
  // A question that is posted at the same time may not be open yet. The next tick looks again.
  if (player && !round && now.getTime() - reminder.dueAt.getTime() < postedWithinMs) return
  if (player && round && (await deps.store.reminders.begin(player, date))) {
    await tell(deps, player, { reminder, round, date })
    await deps.store.reminders.told(playerId, date, deps.clock.now())
  }
  await deps.store.reminders.keep({ ...reminder, dueAt: nextReminder(reminder, now) })
}

async function roundFor(
  deps: Pick<Deps, 'store'>,
  reminder: Reminder & { dueAt: Date },
  now: { moment: Date; date: string },
): Promise<OpenRound | undefined> {
  const [rounds, pauses] = await Promise.all([
    deps.store.reminders.openRounds(reminder.playerId, now.moment),
    deps.store.pauses.of(reminder.playerId),
  ])
  return roundToRemind(reminder, now, { rounds, pauses, remindedOn: [] })
}

async function tell(
  deps: Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>,
  player: Player,
  { reminder, round, date }: { reminder: Reminder; round: OpenRound; date: string },
): Promise<void> {
  const streak = await streakNow(deps, player, reminder)
  const message = reminderMessage({ round, streak, zone: reminder.zone })
  await tellIfReachable(deps, player.ref, message, { key: `remind-${player.id}-${date}` })
}
