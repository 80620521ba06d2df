import { pinsOnDays } from '../../domain/desk/rearrange.ts'
import { QuizError } from '../../domain/errors.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { planAhead } from './look-ahead.ts'
import { changeSchedule } from './set-schedule.ts'

/** How many upcoming questions stay on their days. The desk shows the same number. */
export const keptAhead = 10

/**
 * Changes which dates the schedule skips. The questions of the other days stay the same, and are pinned if necessary.
 * Throws `schedule-none`.
 */
export async function skipDays(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  asker: Asker & { channel: Channel },
  change: (skip: readonly string[]) => string[],
): Promise<void> {
  const { id, schedule, settings } = asker.channel
  if (!schedule) throw new QuizError('schedule-none')
  const { daysOf, picksOn } = await planAhead(deps, asker.channel)
  const before = daysOf(schedule, keptAhead)
  const changed = await changeSchedule(deps, asker, (current) => ({ ...current, skip: change(current.skip) }))
  const after = daysOf(changed.schedule ?? schedule, keptAhead)
  const planned = new Map(
    picksOn(before, settings.pinned).map((question, place) => [before[place]?.localDate ?? '', question.id]),
  )
  const days = after.map(({ localDate }) => localDate)
  const pinned = pinsOnDays({ planned, days, pinned: settings.pinned }, (count, pins, secret) =>
    picksOn(after.slice(0, count), pins, secret).map((question) => question.id),
  )
  await deps.store.channels.change(id, { settings: { pinned } })
}
