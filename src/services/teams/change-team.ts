import { QuizError } from '../../domain/errors.ts'
import { nearestNames } from '../../domain/nearest-names.ts'
import { cleanTeamName, teamKey } from '../../domain/team-name.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Team } from '../../ports/store/teams.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

/** Limits the time for comparing a new name with all existing ones. */
export const mostTeams = 200

/**
 * Puts the asker into a team and removes them from any other. Throws `team-unknown` with the most similar names, or
 * `team-linked` if a group determines its members.
 */
export async function joinTeam(deps: Pick<Deps, 'store'>, asker: Asker, typed: string): Promise<Team> {
  return join(deps, asker, (tables) => findTeam(tables, asker.workspace.id, typed))
}

/** Like `joinTeam`, but by id, for buttons. Throws `team-gone` if the workspace has no such team. */
export async function joinTeamById(deps: Pick<Deps, 'store'>, asker: Asker, teamId: number): Promise<Team> {
  return join(deps, asker, async ({ teams }) => {
    const team = await teams.find(teamId)
    if (team?.workspaceId !== asker.workspace.id) throw new QuizError('team-gone')
    return team
  })
}

async function join(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  find: (tables: Pick<Tables, 'teams'>) => Promise<Team>,
): Promise<Team> {
  const joined = await deps.store.transaction(async (tables) => {
    const team = await find(tables)
    if (team.id === asker.player.teamId) return team
    checkFree(team)
    checkFree(await ownTeam(tables, asker))
    await tables.players.change(asker.player.id, { teamId: team.id, knowsTeam: true })
    return team
  })
  if (joined.id !== asker.player.teamId) await afterLeaving(deps, asker)
  return joined
}

/** Finds a team by its folded name. Throws `team-unknown` with the most similar names. */
export async function findTeam(tables: Pick<Tables, 'teams'>, workspaceId: number, typed: string): Promise<Team> {
  const team = await tables.teams.findByKey(workspaceId, teamKey(typed))
  if (team) return team
  const names = (await tables.teams.list(workspaceId)).map(({ name }) => name)
  throw new QuizError('team-unknown', { typed, nearest: nearestNames(typed, names) })
}

/**
 * Creates a team and puts the asker into it. Throws `team-name-bad`, `team-linked`, `team-taken` if a name looks the
 * same, or `team-full`.
 */
export async function createTeam(deps: Pick<Deps, 'store'>, asker: Asker, typed: string): Promise<Team> {
  const name = cleanTeamName(typed)
  const created = await deps.store.transaction(async (tables) => {
    checkFree(await ownTeam(tables, asker))
    if (await tables.teams.findByKey(asker.workspace.id, teamKey(name))) throw new QuizError('team-taken', { name })
    if (!(await tables.teams.hasRoom(asker.workspace.id, mostTeams))) {
      throw new QuizError('team-full', { most: mostTeams })
    }
    const team = await tables.teams.create({ workspaceId: asker.workspace.id, name, key: teamKey(name) })
    if (!team) throw new QuizError('team-taken', { name })
    await tables.players.change(asker.player.id, { teamId: team.id, knowsTeam: true })
    return team
  })
  await afterLeaving(deps, asker)
  return created
}

/** Removes the asker from their team. Throws `team-none` if they aren't in one, or `team-linked`. */
export async function leaveTeam(deps: Pick<Deps, 'store'>, asker: Asker): Promise<Team> {
  const team = await ownTeam(deps.store, asker)
  if (!team) throw new QuizError('team-none')
  checkFree(team)
  await deps.store.players.change(asker.player.id, { teamId: null, knowsTeam: true })
  await afterLeaving(deps, asker)
  return team
}

/**
 * Deletes a team that its last member leaves before anybody has answered for it, so that nobody can fill the list of
 * teams alone. It stays if an admin leaves, because admins create teams for others to join.
 */
async function afterLeaving({ store }: Pick<Deps, 'store'>, { workspace, player, origin }: Asker): Promise<void> {
  if (player.teamId === undefined || (await store.teams.find(player.teamId))?.members !== 0) return
  // If the chat doesn't answer, the team stays. It is deleted later if the list is full.
  if (await origin.player.isAdmin().catch(() => true)) return
  await store.teams.removeUnused(workspace.id, player.teamId)
}

async function ownTeam(tables: Pick<Tables, 'teams'>, { player }: Asker): Promise<Team | undefined> {
  return player.teamId === undefined ? undefined : tables.teams.find(player.teamId)
}

/** Throws `team-linked`, because the next sync with the group would undo a change made here. */
function checkFree(team: Team | undefined): void {
  if (team?.linked !== undefined) throw new QuizError('team-linked', { name: team.name })
}
