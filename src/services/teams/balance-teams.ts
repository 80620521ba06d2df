import { QuizError } from '../../domain/errors.ts'
import { teamKey } from '../../domain/team-name.ts'
import { readPlanCode, type TeamPlan } from '../../domain/teams/team-plan.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { mostTeams } from './change-team.ts'
import { type Planned, planTeams } from './plan-teams.ts'

type BalanceDeps = Pick<Deps, 'store' | 'clock'>
type Admin = { workspace: Workspace; player: Player }

/**
 * Proposes evenly matched teams without changing anything. Without `count`, it is the current number of teams. Throws
 * `balance-count`, or `balance-few` if there are not enough players.
 */
export async function proposeTeams(
  { store, clock }: BalanceDeps,
  { workspace }: Pick<Admin, 'workspace'>,
  wanted: { count?: number; seed?: number } = {},
): Promise<TeamPlan> {
  return (await planTeams(store, workspace, clock.now(), wanted)).plan
}

/** The proposal for a code, based on current data. */
export function proposeAgain(deps: BalanceDeps, admin: Pick<Admin, 'workspace'>, code: number): Promise<TeamPlan> {
  const { count, seed } = readPlanCode(code)
  return proposeTeams(deps, admin, { count, seed })
}

/**
 * Moves players as proposed, all or nothing. Points stay with the teams that earned them, and players are notified with
 * their next grade. If the data has changed, nobody is moved and `fresh` is a new proposal.
 */
export async function acceptTeams(
  deps: BalanceDeps,
  { workspace, player }: Admin,
  code: number,
): Promise<{ done: TeamPlan } | { fresh: TeamPlan }> {
  const { count, seed, stamp } = readPlanCode(code)
  return deps.store.transaction(async (tables) => {
    // Locks in the same order as creating a team does.
    await tables.teams.hasRoom(workspace.id, mostTeams)
    const planned = await planTeams(tables, workspace, deps.clock.now(), { count, seed }, 'lock')
    if (planned.stamp !== stamp) return { fresh: planned.plan }
    await carryOut(tables, workspace, planned)
    const { teams, moves } = planned.plan
    await noteChange({ store: tables, clock: deps.clock }, { workspace, player }, 'teams-balanced', {
      teams: String(teams.length),
      moves: String(moves),
    })
    return { done: planned.plan }
  })
}

async function carryOut(tables: Tables, workspace: Workspace, { seats, emptied }: Planned): Promise<void> {
  const toMake = seats.filter(({ id }) => id === undefined).length
  if (toMake > 0 && !(await tables.teams.hasRoom(workspace.id, mostTeams - toMake + 1))) {
    throw new QuizError('team-full', { most: mostTeams })
  }
  for (const { id, name, people } of seats) {
    const comes = people.filter(({ stays }) => !stays)
    if (comes.length === 0) continue
    const team = id ?? (await tables.teams.create({ workspaceId: workspace.id, name, key: teamKey(name) }))?.id
    if (team === undefined) throw new QuizError('team-taken', { name })
    await tables.teams.seat(
      team,
      comes.map((one) => one.id),
    )
  }
  for (const { id } of emptied) await tables.teams.removeUnused(workspace.id, id)
}
