import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { type Place, placeOf } from '../../../domain/place.ts'
import type { Installations } from '../../../ports/installations.ts'
import type { Seal } from './seal.ts'

/** Bolt's view of the stored installations, and what else becomes of them. */
export type InstallationBook = InstallationStore & {
  /**
   * An app installed for a whole organisation has one token for all its workspaces. Events name both; what we send
   * later names the workspace only, so we note where it belongs.
   */
  link(team: string, enterprise: string): Promise<void>
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
    if (!seal.isOfToday(sealed)) await sealAnew(owner, sealed, content)
    return content
  }

  /** So that an earlier secret can go one day. Who took the app out meanwhile stays out. */
  async function sealAnew(owner: Place, sealed: string, content: Stored): Promise<void> {
    if ((await rows.find(owner)) === sealed) await write(owner, content)
  }

  async function write(owner: Place, content: Stored): Promise<void> {
    await rows.save(owner, seal.close(JSON.stringify(content), owner))
  }

  async function find(owner: Place): Promise<Installation<'v2', boolean>> {
    const found = await read(owner)
    if (found === undefined) throw new ChatError('gone', `the app is not installed in ${owner}`)
    return 'link' in found ? find(placeOf('slack', found.enterprise)) : found
  }

  return {
    async storeInstallation(installation) {
      const owner = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id
      if (owner === undefined) throw new Error('an installation without an owner')
      await write(placeOf('slack', owner), installation as Installation<'v2', boolean>)
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
      if ((await read(owner)) === undefined) await write(owner, { enterprise, link: true })
    },
    async remove(owner) {
      await rows.remove(owner)
      linked.clear()
    },
  }
}
