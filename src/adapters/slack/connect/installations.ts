import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import { z } from 'zod'
import { type Place, placeOf } from '../../../domain/place.ts'
import type { Installations } from '../../../ports/installations.ts'
import { refusedAs } from '../../chats/refusals.ts'
import type { Seal } from './seal.ts'

/** Bolt's installation store, and our own methods for the same rows. */
export type InstallationBook = InstallationStore & {
  /**
   * Records the organization of a workspace. An app that is installed for a whole organization has one token for all
   * its workspaces. Events contain both ids, but our later calls have only the workspace's.
   */
  link(team: string, enterprise: string): Promise<void>
  /**
   * Returns the workspaces that the uninstall at `at` affects, which are all of an organization's workspaces if `owner`
   * is an organization. Returns none if the app was reinstalled since, because Slack may report an uninstall long after
   * the reinstall.
   */
  lostBy(owner: Place, at: Date): Promise<Place[]>
  remove(owner: Place): Promise<void>
  /** Returns the grant for a workspace. Throws a `ChatError` with `gone` if the app is not installed. */
  current(team: string): Promise<Grant>
  /** Replaces a grant. Returns undefined if another process has replaced or removed it since. */
  replace(grant: Grant, installation: Renewable): Promise<Grant | undefined>
}

export type Grant = { owner: Place; sealed: string; installation: Renewable }

/** Until `renewingUntil` (in milliseconds), one process is fetching a new token from Slack, and the others must not. */
export type Renewable = Installation<'v2', boolean> & { renewingUntil?: number }

const stored = z.union([
  z.object({ enterprise: z.string(), link: z.literal(true) }),
  // Bolt writes and reads the rest, so its shape isn't checked here.
  z.custom<Renewable>((value) => z.looseObject({ authVersion: z.string() }).safeParse(value).success),
])

type Stored = z.infer<typeof stored>

export function createInstallationBook(rows: Installations, seal: Seal): InstallationBook {
  const { read, find, closed } = sealedRows(rows, seal)
  const linked = new Set<string>()

  return {
    async storeInstallation(installation) {
      const owner = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id
      if (owner === undefined) throw new Error('an installation without an owner')
      const place = placeOf('slack', owner)
      await rows.save(place, closed(place, installation as Installation<'v2', boolean>))
    },
    async fetchInstallation(query: InstallationQuery<boolean>) {
      return (await find(askedFor(query))).installation
    },
    async deleteInstallation(query: InstallationQuery<boolean>) {
      await rows.remove(askedFor(query))
    },
    async link(team, enterprise) {
      const pair = `${team} ${enterprise}`
      if (linked.has(pair)) return
      linked.add(pair)
      const owner = placeOf('slack', team)
      const found = await read(owner)
      // A grant that an earlier release saved doesn't contain the organization.
      if (found && !('link' in found.content)) return
      await rows.save(owner, closed(owner, { enterprise, link: true }), placeOf('slack', enterprise))
    },
    async lostBy(owner, at) {
      const grantedAt = await rows.grantedAt(owner)
      // Slack's event times are in whole seconds.
      return grantedAt && grantedAt.getTime() - at.getTime() >= 1000
        ? []
        : [owner, ...(await rows.ofOrganization(owner))]
    },
    async remove(owner) {
      await rows.remove(owner)
      linked.clear()
    },
    current: (team) => find(placeOf('slack', team)),
    async replace({ owner, sealed }, installation) {
      const next = closed(owner, installation)
      return (await rows.reseal(owner, sealed, next)) ? { owner, sealed: next, installation } : undefined
    },
  }
}

function askedFor({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): Place {
  return placeOf('slack', (isEnterpriseInstall ? enterpriseId : teamId) ?? '')
}

/** Reads and decrypts stored rows, and follows a link to the organization that has the grant. */
function sealedRows(rows: Installations, seal: Seal) {
  async function read(owner: Place): Promise<{ sealed: string; content: Stored } | undefined> {
    const sealed = await rows.find(owner)
    if (sealed === undefined) return undefined
    const content = stored.parse(JSON.parse(seal.open(sealed, owner)))
    if (seal.isCurrent(sealed)) return { sealed, content }
    // Encrypts it again with the current secret, so that an earlier one can be removed some day.
    const today = closed(owner, content)
    return { sealed: (await rows.reseal(owner, sealed, today)) ? today : sealed, content }
  }

  function closed(owner: Place, content: Stored): string {
    return seal.close(JSON.stringify(content), owner)
  }

  async function find(owner: Place): Promise<Grant> {
    const found = await read(owner)
    if (found === undefined) throw refusedAs('workspace-gone', `the app is not installed in ${owner}`)
    const { sealed, content } = found
    return 'link' in content ? find(placeOf('slack', content.enterprise)) : { owner, sealed, installation: content }
  }

  return { read, find, closed }
}
