import type { Place } from '../domain/place.ts'

/**
 * What the owners of workspaces granted us, such as tokens, one text an owner. It comes sealed and leaves sealed: who
 * reads the table can use none of it. An owner is a workspace, or the organisation that it belongs to.
 */
export type Installations = {
  find(owner: Place): Promise<string | undefined>
  /** Replaces what was there. */
  save(owner: Place, sealed: string): Promise<void>
  remove(owner: Place): Promise<void>
}
