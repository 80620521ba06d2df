import type { Place } from '../domain/place.ts'

/**
 * What the owners of workspaces granted us, such as tokens, one text per owner. It is encrypted before it comes here,
 * so the table gives nothing away. An owner is a workspace, or the organization that it belongs to.
 */
export type Installations = {
  find(owner: Place): Promise<string | undefined>
  /** Replaces what was there. `organization` is the owner whose grant covers this one, if any. */
  save(owner: Place, sealed: string, organization?: Place): Promise<void>
  /**
   * Replaces `before` with `sealed`. Returns false and changes nothing if somebody else has replaced or removed it
   * since.
   */
  reseal(owner: Place, before: string, sealed: string): Promise<boolean>
  /** When it was last granted. */
  grantedAt(owner: Place): Promise<Date | undefined>
  /** The workspaces that this organization's grant covers. */
  ofOrganization(organization: Place): Promise<Place[]>
  remove(owner: Place): Promise<void>
}
