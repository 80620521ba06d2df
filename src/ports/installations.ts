import type { Place } from '../domain/place.ts'

/**
 * Credentials that workspaces granted to the app, such as tokens, one text per owner. Callers encrypt the text, so the
 * stored data contains no secrets. An owner is a workspace or the organization to which it belongs.
 */
export type Installations = {
  find(owner: Place): Promise<string | undefined>
  /** Replaces an existing grant. `organization` is the owner whose grant covers this one, if any. */
  save(owner: Place, sealed: string, organization?: Place): Promise<void>
  /** Replaces `before` with `sealed`. Returns false and changes nothing if the stored text is no longer `before`. */
  reseal(owner: Place, before: string, sealed: string): Promise<boolean>
  grantedAt(owner: Place): Promise<Date | undefined>
  /** The workspaces that this organization's grant covers. */
  ofOrganization(organization: Place): Promise<Place[]>
  remove(owner: Place): Promise<void>
}
