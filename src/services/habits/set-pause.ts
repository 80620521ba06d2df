import { localDay } from '../../domain/calendar.ts'
import { type Pause, pausedUntil, pauseEnded, pauseOn, readPause } from '../../domain/habit/pause.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

const week = 6 * 24 * 60 * 60_000

/** Pauses reminders and the streak from today to the typed day. Throws `pause-bad` with the problem. */
export async function setPause(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, typed: string): Promise<Pause> {
  const today = await dayOf(deps, asker)
  return pause(deps, asker, readPause(typed, today), today)
}

/** Pauses for seven days, including today. */
export async function pauseForWeek(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker): Promise<Pause> {
  return pause(deps, asker, await dayOf(deps, asker, week), await dayOf(deps, asker))
}

async function pause(deps: Pick<Deps, 'store'>, { player }: Asker, last: string, today: string): Promise<Pause> {
  const pauses = pausedUntil(await deps.store.pauses.of(player.id), last, today)
  await deps.store.pauses.keep(player, pauses)
  return pauseOn(pauses, today) ?? { first: today, last }
}

/** Ends the pause: days count again from today on. Returns false if there was no pause. */
export async function endPause(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker): Promise<boolean> {
  const today = await dayOf(deps, asker)
  const pauses = await deps.store.pauses.of(asker.player.id)
  if (!pauseOn(pauses, today)) return false
  await deps.store.pauses.keep(asker.player, pauseEnded(pauses, today))
  return true
}

/** The asker's date, in their own zone if they have set one. */
async function dayOf(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, laterMs = 0): Promise<string> {
  const zone = (await deps.store.reminders.find(asker.player.id))?.zone ?? asker.workspace.zone
  return localDay(new Date(deps.clock.now().getTime() + laterMs), zone)
}
