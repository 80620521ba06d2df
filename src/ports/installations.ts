import type { Place } from '../domain/place.ts'

/**
 * What the owners of workspaces granted us, such as tokens, one text an owner. It is sealed before it comes here: reading
 * the table gives away nothing. An owner is a workspace, or the organization that it belongs to.
 */
export type Installations = {
  find(owner: Place): Promise<string | undefined>
  /** Replaces what was there. `organization` is the owner whose grant speaks for this one, if there is one. */
  save(owner: Place, sealed: string, organization?: Place): Promise<void>
  /** Replaces `before` with `sealed`. False, and nothing, if somebody else has replaced or removed it since. */
  reseal(owner: Place, before: string, sealed: string): Promise<boolean>
  /** When it was granted last. */
  grantedAt(owner: Place): Promise<Date | undefined>
  /** The workspaces for which this organization's grant speaks. */
  ofOrganization(organization: Place): Promise<Place[]>
  remove(owner: Place): Promise<void>
}
