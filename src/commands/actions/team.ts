import { chooseTeam, newTeamForm, teamCreated, teamJoined } from '../../messages/team.ts'
import { createTeam, joinTeamById } from '../../services/teams/change-team.ts'
import type { Press, Submit } from './action.ts'

/** Where there is no team to join, the first one can be created. */
export const pressChooseTeam: Press = async (deps, { workspace }) => {
  const teams = (await deps.store.teams.list(workspace.id)).filter(({ linked }) => linked === undefined)
  if (teams.length === 0) return { kind: 'form', form: newTeamForm() }
  return { kind: 'private', message: chooseTeam(teams) }
}

export const pressJoinTeam: Press = async (deps, asker, teamId) => ({
  kind: 'private',
  message: teamJoined((await joinTeamById(deps, asker, teamId)).name),
})

export const pressNewTeam: Press = async () => ({ kind: 'form', form: newTeamForm() })

export const submitNewTeam: Submit = async (deps, asker, _about, { name = '' }) => ({
  kind: 'private',
  message: teamCreated((await createTeam(deps, asker, name)).name),
})
