import type { Place } from '../../domain/place.ts'
import type { Deps } from '../deps.ts'

export type TeamsThere = { names: string[]; own?: string }

/** Looks up by place and creates nothing. The workspace and the player may not be stored yet. */
export async function teamsAt(
  { store }: Pick<Deps, 'store'>,
  at: { workspace: Place; player: Place },
): Promise<TeamsThere> {
  const workspace = await store.workspaces.findByRef(at.workspace)
  if (!workspace) return { names: [] }
  const [teams, player] = await Promise.all([store.teams.list(workspace.id), store.players.findByRef(at.player)])
  const own = teams.find(({ id }) => id === player?.teamId)?.name
  return { names: teams.map(({ name }) => name), ...(own === undefined ? {} : { own }) }
}
