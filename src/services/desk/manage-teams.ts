import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { DeskTeam } from '../../ports/desk/teams.ts'
import type { Team } from '../../ports/store/teams.ts'
import type { Deps } from '../deps.ts'
import { linkTeam, renameTeam } from '../teams/link-team.ts'
import { askerOf } from './asker-at.ts'
import { noteChange } from './note-change.ts'

type TeamDeps = Pick<Deps, 'store' | 'clock' | 'rights' | 'queue' | 'log' | 'chat'>

export async function listTeams(deps: Pick<Deps, 'store'>, { workspace }: Visit): Promise<DeskTeam[]> {
  const teams = await deps.store.teams.list(workspace.id)
  return teams.map(({ id, name, members, linked }) => ({ id, name, members, followsGroup: linked !== undefined }))
}

/** Renames a team. `was` is the name that the admin saw. Throws `changed-meanwhile` if the name has changed since. */
export async function renameAnyTeam(
  deps: TeamDeps,
  visit: Visit,
  { teamId, was, name }: { teamId: number; was: string; name: string },
): Promise<void> {
  const team = await ownTeam(deps, visit, teamId)
  if (team.name !== was) throw new QuizError('changed-meanwhile')
  const asker = askerOf(deps, visit)
  const renamed = await renameTeam(deps, { ...asker, player: { ...asker.player, teamId } }, name)
  await noteChange(deps, visit, 'team-renamed', {
    before: team.name,
    after: renamed.name,
    teamId: String(team.id),
  })
}

/** Ends the link between a team and a group. The members stay. */
export async function unlinkTeam(deps: TeamDeps, visit: Visit, teamId: number): Promise<void> {
  const team = await ownTeam(deps, visit, teamId)
  await linkTeam(deps, askerOf(deps, visit), { team: team.name, group: 'off' })
  await noteChange(deps, visit, 'team-unlinked', { team: team.name })
}

async function ownTeam(deps: Pick<Deps, 'store'>, { workspace }: Visit, teamId: number): Promise<Team> {
  const team = await deps.store.teams.find(teamId)
  if (team?.workspaceId !== workspace.id) throw new QuizError('team-gone')
  return team
}
