import type { Schedule } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import { channelName } from '../../messages/closed-channel.ts'
import type { Team } from '../../ports/store/teams.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { endSchedule } from '../schedule/set-schedule.ts'
import { renameTeam } from '../teams/link-team.ts'

/** Turns a schedule off in a way that can be undone. `undo` is absent if there was no schedule. */
export async function endScheduleWithUndo(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
): Promise<{ undo?: number }> {
  const ended = await endSchedule(deps, asker)
  const { channel } = asker
  if (!ended || !channel) return {}
  const about = { channel: channelName(channel), to: 'off', channelId: String(channel.id), was: scheduleAsText(ended) }
  return { undo: await noteChange(deps, asker, 'scheduled', about) }
}

/** Limits the change records, which are stored for months to show who renamed a team. */
const mostRenamed = { times: 10, withinMs: 60 * 60_000 }

/** Renames the asker's team in a way that can be undone. Throws `team-none`, `team-name-bad` or `team-taken`. */
export async function renameTeamWithUndo(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  typed: string,
): Promise<{ team: Team; undo: number }> {
  const before = asker.player.teamId === undefined ? undefined : await deps.store.teams.find(asker.player.teamId)
  if (!before) throw new QuizError('team-none')
  const since = new Date(deps.clock.now().getTime() - mostRenamed.withinMs)
  if ((await deps.store.changes.count(asker.player.id, 'team-renamed', since)) >= mostRenamed.times) {
    throw new QuizError('team-renamed-often', { most: mostRenamed.times })
  }
  const team = await renameTeam(deps, asker, typed)
  const about = { before: before.name, after: team.name, teamId: String(team.id) }
  return { team, undo: await noteChange(deps, asker, 'team-renamed', about) }
}

/** Identifies a schedule in a change record. */
export function scheduleAsText({ time, zone, weekdays }: Schedule): string {
  return [time, zone, weekdays.join()].join(' ')
}
