import { freshProposal, teamProposal, teamsBalanced, teamsKept } from '../../messages/teams/balance.ts'
import { chooseTeam, newTeamForm, teamCreated, teamJoined } from '../../messages/teams/team.ts'
import { acceptTeams, proposeAgain } from '../../services/teams/balance-teams.ts'
import { createTeam, joinTeamById } from '../../services/teams/change-team.ts'
import { demandAdmin, type Press, type Submit } from './action.ts'

/** If there is no team yet, offers to create the first one. */
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

export const pressBalance: Press = async (deps, asker, code) => {
  await demandAdmin(asker)
  return { kind: 'private', message: teamProposal(await proposeAgain(deps, asker, code)) }
}

export const pressAcceptTeams: Press = async (deps, asker, code) => {
  await demandAdmin(asker)
  const accepted = await acceptTeams(deps, asker, code)
  if ('done' in accepted) return { kind: 'private', message: teamsBalanced(accepted.done) }
  return { kind: 'private', message: freshProposal(accepted.fresh) }
}

export const pressKeepTeams: Press = async () => ({ kind: 'private', message: teamsKept() })
