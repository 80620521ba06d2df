import { fewestTeams, mostTeamsBalanced, readTeamCount } from '../domain/teams/team-plan.ts'
import { teamProposal } from '../messages/teams/balance.ts'
import { teamCreated, teamJoined, teamLeft, teamLinked, teamList, teamRenamed } from '../messages/teams/team.ts'
import { withUndo } from '../messages/undo.ts'
import { proposeTeams } from '../services/teams/balance-teams.ts'
import { createTeam, joinTeam, leaveTeam } from '../services/teams/change-team.ts'
import { linkTeam } from '../services/teams/link-team.ts'
import { renameTeamWithUndo } from '../services/undo/with-undo.ts'
import type { Command, Option } from './command.ts'

const newName: Option = { name: 'name', help: 'The team’s name', required: true, kind: 'text' }

const knownName: Option = {
  ...newName,
  help: 'Which team',
  suggest: async ({ store }, workspaceId) =>
    workspaceId === undefined ? [] : (await store.teams.list(workspaceId)).map(({ name }) => name),
}

export const teamCommands: readonly Command[] = [
  {
    path: ['team', 'list'],
    options: [],
    help: 'List the teams here.',
    who: 'all',
    async run(deps, { workspace, player }) {
      const teams = await deps.store.teams.list(workspace.id)
      const own = teams.find(({ id }) => id === player.teamId)
      return { kind: 'private', message: teamList(teams, own?.name) }
    },
  },
  {
    path: ['team', 'create'],
    options: [newName],
    help: 'Create a team and join it.',
    who: 'all',
    async run(deps, asker, { name = '' }) {
      return { kind: 'private', message: teamCreated((await createTeam(deps, asker, name)).name) }
    },
  },
  {
    path: ['team', 'join'],
    options: [knownName],
    help: 'Join a team. You can be in one at a time.',
    who: 'all',
    async run(deps, asker, { name = '' }) {
      return { kind: 'private', message: teamJoined((await joinTeam(deps, asker, name)).name) }
    },
  },
  {
    path: ['team', 'leave'],
    options: [],
    help: 'Leave your team.',
    who: 'all',
    async run(deps, asker) {
      return { kind: 'private', message: teamLeft((await leaveTeam(deps, asker)).name) }
    },
  },
  {
    path: ['team', 'rename'],
    options: [newName],
    help: 'Rename your team.',
    who: 'all',
    async run(deps, asker, { name = '' }) {
      const { team, undo } = await renameTeamWithUndo(deps, asker, name)
      return { kind: 'private', message: withUndo(teamRenamed(team.name), undo) }
    },
  },
  {
    path: ['team', 'link'],
    options: [
      { name: 'group', help: 'A user group or role, or off', required: true, kind: 'word', exact: true },
      { ...knownName, name: 'team' },
    ],
    help: 'Make a team follow a user group or role.',
    who: 'admin',
    async run(deps, asker, { group = '', team = '' }) {
      const linked = await linkTeam(deps, asker, { team, group })
      const followed = linked.team.linked === undefined ? 'no' : linked.later ? 'later' : 'now'
      return { kind: 'private', message: teamLinked(linked.team.name, followed) }
    },
  },
  {
    path: ['team', 'balance'],
    options: [
      {
        name: 'teams',
        help: `How many, ${fewestTeams} to ${mostTeamsBalanced}; the current number if you leave it out`,
        required: false,
        kind: 'word',
      },
    ],
    help: 'Propose evenly matched teams. Nothing changes until you accept.',
    who: 'admin',
    async run(deps, asker, { teams }) {
      const wanted = teams === undefined ? {} : { count: readTeamCount(teams) }
      return { kind: 'private', message: teamProposal(await proposeTeams(deps, asker, wanted)) }
    },
  },
]
