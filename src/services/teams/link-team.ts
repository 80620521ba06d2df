import { ChatError, QuizError } from '../../domain/errors.ts'
import type { Place } from '../../domain/place.ts'
import { cleanTeamName, teamKey } from '../../domain/team-name.ts'
import type { Team } from '../../ports/store/teams.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { findTeam } from './change-team.ts'

/** Renames the asker's team. Throws `team-none`, `team-name-bad` or `team-taken`. */
export async function renameTeam(deps: Pick<Deps, 'store'>, asker: Asker, typed: string): Promise<Team> {
  const { teamId } = asker.player
  if (teamId === undefined) throw new QuizError('team-none')
  const name = cleanTeamName(typed)
  const renamed = await deps.store.teams.change(teamId, { name, key: teamKey(name) })
  if (!renamed) throw new QuizError('team-taken', { name })
  return renamed
}

/**
 * Links a team to a role or user group, so that every player in the group is in the team. If the chat lists the
 * members, they are synced twice an hour. Otherwise they join with their next event, and `later` is true. Without a
 * group, the link ends and the members stay. Throws `team-unknown`, `group-unknown` or `group-hidden`.
 */
export async function linkTeam(
  deps: Pick<Deps, 'store' | 'queue' | 'log' | 'chat'>,
  asker: Asker,
  typed: { team: string; group: string },
): Promise<{ team: Team; later: boolean }> {
  const found = await findTeam(deps.store, asker.workspace.id, typed.team)
  const group = readGroup(asker, typed.group)
  const later = group !== undefined && (await checkGroup(deps, group)) === 'later'
  const team = (await deps.store.teams.change(found.id, { linked: group ?? null })) ?? found
  if (group !== undefined) {
    await enqueue(deps, { name: 'sync-team', teamId: team.id }, { workspaceId: team.workspaceId })
  }
  return { team, later }
}

/**
 * Whether the chat lists the group's members. Throws if the group doesn't exist or isn't visible to the app. If the
 * chat doesn't respond, the job asks again later.
 */
async function checkGroup({ chat }: Pick<Deps, 'chat'>, group: Place): Promise<'listed' | 'later'> {
  try {
    return (await chat.groupMembers(group)) ? 'listed' : 'later'
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    if (error.meaning === 'group-gone') throw new QuizError('group-unknown', { typed: group })
    if (error.code === 'forbidden') throw new QuizError('group-hidden')
    return 'listed'
  }
}

/** Reads a group as the chat's adapter writes it, `slack:T1:S2`; undefined for `off`. Throws `group-unknown`. */
export function readGroup({ workspace }: Pick<Asker, 'workspace'>, typed: string): Place | undefined {
  const group = typed.trim()
  if (group.toLowerCase() === 'off') return undefined
  if (!group.startsWith(`${workspace.ref}:`) || /\s/.test(group)) throw new QuizError('group-unknown', { typed: group })
  return group
}

/**
 * Puts the members of a linked group into its team and removes people who left the group, if the chat lists the
 * members. If the group was deleted, the link ends and the members stay. Throws a `ChatError`.
 */
export async function syncTeam(deps: Pick<Deps, 'store' | 'chat' | 'log'>, teamId: number): Promise<void> {
  const team = await deps.store.teams.find(teamId)
  if (!team?.linked) return
  try {
    const members = await deps.chat.groupMembers(team.linked)
    if (!members) return
    await deps.store.players.beTeam(team.workspaceId, team.id, members)
    deps.log.info({ team: team.id, members: members.length }, 'team follows its group')
  } catch (error) {
    if (!(error instanceof ChatError && (await endLinkIfGone(deps, team, error)))) throw error
  }
}

/** Ends the link if the error means that the group was deleted. Returns whether it does. */
export async function endLinkIfGone(
  { store, log }: Pick<Deps, 'store' | 'log'>,
  { id }: Pick<Team, 'id'>,
  error: ChatError,
): Promise<boolean> {
  if (error.meaning !== 'group-gone') return false
  await store.teams.change(id, { linked: null })
  log.warn({ team: id, word: error.word }, 'the group of a team was deleted')
  return true
}

export async function syncTeams(deps: Pick<Deps, 'store' | 'queue'>): Promise<void> {
  const linked = await deps.store.teams.linked()
  if (linked.length === 0) return
  await deps.queue.addMany(
    linked.map(({ id, workspaceId }) => ({ job: { name: 'sync-team', teamId: id }, workspaceId })),
  )
}
