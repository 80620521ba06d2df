import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import { z } from 'zod'
import { type Place, placeOf } from '../../../domain/place.ts'
import type { Installations } from '../../../ports/installations.ts'
import { refusedAs } from '../../chats/refusals.ts'
import type { Seal } from './seal.ts'

/** Bolt's view of the stored installations, and what else becomes of them. */
export type InstallationBook = InstallationStore & {
  /**
   * An app installed for a whole organisation has one token for all its workspaces. Events name both; what we send
   * later names the workspace only, so we note where it belongs.
   */
  link(team: string, enterprise: string): Promise<void>
  /**
   * The workspaces that lose us with what Slack told at `at`: an organization's too, when it was the organization. None if
   * the app was installed again since: Slack may tell of an uninstall long after the reinstall.
   */
  lostBy(owner: Place, at: Date): Promise<Place[]>
  remove(owner: Place): Promise<void>
}

const stored = z.union([
  z.object({ enterprise: z.string(), link: z.literal(true) }),
  // Bolt wrote it and Bolt reads it.
  z.custom<Installation<'v2', boolean>>((value) => z.looseObject({ authVersion: z.string() }).safeParse(value).success),
])

type Stored = z.infer<typeof stored>

export function createInstallationBook(rows: Installations, seal: Seal): InstallationBook {
  const linked = new Set<string>()

  async function read(owner: Place): Promise<Stored | undefined> {
    const sealed = await rows.find(owner)
    if (sealed === undefined) return undefined
    const content = stored.parse(JSON.parse(seal.open(sealed, owner)))
    // So that an earlier secret can go one day.
    if (!seal.isOfToday(sealed)) await rows.reseal(owner, sealed, closed(owner, content))
    return content
  }

  function closed(owner: Place, content: Stored): string {
    return seal.close(JSON.stringify(content), owner)
  }

  async function find(owner: Place): Promise<Installation<'v2', boolean>> {
    const found = await read(owner)
    if (found === undefined) throw refusedAs('workspace-gone', `the app is not installed in ${owner}`)
    return 'link' in found ? find(placeOf('slack', found.enterprise)) : found
  }

  return {
    async storeInstallation(installation) {
      const owner = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id
      if (owner === undefined) throw new Error('an installation without an owner')
      const place = placeOf('slack', owner)
      await rows.save(place, closed(place, installation as Installation<'v2', boolean>))
    },
    async fetchInstallation(query: InstallationQuery<boolean>) {
      const owner = query.isEnterpriseInstall ? query.enterpriseId : query.teamId
      return find(placeOf('slack', owner ?? ''))
    },
    async deleteInstallation(query: InstallationQuery<boolean>) {
      const owner = query.isEnterpriseInstall ? query.enterpriseId : query.teamId
      await rows.remove(placeOf('slack', owner ?? ''))
    },
    async link(team, enterprise) {
      const pair = `${team} ${enterprise}`
      if (linked.has(pair)) return
      linked.add(pair)
      const owner = placeOf('slack', team)
      const found = await read(owner)
      // One saved by an earlier release does not say which organization it belongs to.
      if (found && !('link' in found)) return
      await rows.save(owner, closed(owner, { enterprise, link: true }), placeOf('slack', enterprise))
    },
    async lostBy(owner, at) {
      const grantedAt = await rows.grantedAt(owner)
      // Slack tells the time of an event in whole seconds.
      return grantedAt && grantedAt.getTime() - at.getTime() >= 1000
        ? []
        : [owner, ...(await rows.ofOrganization(owner))]
    },
    async remove(owner) {
      await rows.remove(owner)
      linked.clear()
    },
  }
}
