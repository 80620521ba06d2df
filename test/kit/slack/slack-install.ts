import type { Installations } from '../../../src/ports/installations.ts'

/** A browser starts installing the app; returns Slack's address and the browser's cookie. */
export async function beginsInstall(address: string): Promise<{ location: URL; cookie: string }> {
  const answer = await fetch(`${address}/slack/install`, { redirect: 'manual' })
  return { location: new URL(answer.headers.get('location') ?? ''), cookie: answer.headers.get('set-cookie') ?? '' }
}

/** Somebody presses Allow on Slack's page, unless `query` has another result; returns the app's page. */
export async function allowsInstall(
  address: string,
  query: Record<string, string | undefined> = { code: 'good-code' },
): Promise<Response> {
  const { location, cookie } = await beginsInstall(address)
  const all = { state: location.searchParams.get('state') ?? '', ...query }
  const known = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return fetch(`${address}/slack/oauth_redirect?${new URLSearchParams(known)}`, { headers: { cookie } })
}

export function installationTable(rows: Map<string, string>): Installations {
  const granted = new Map<string, { at: Date; organization: string | undefined }>()
  return {
    find: async (owner) => rows.get(owner),
    async save(owner, sealed, organization) {
      rows.set(owner, sealed)
      granted.set(owner, { at: new Date(), organization })
    },
    async reseal(owner, before, sealed) {
      if (rows.get(owner) !== before) return false
      rows.set(owner, sealed)
      return true
    },
    grantedAt: async (owner) => (rows.has(owner) ? granted.get(owner)?.at : undefined),
    ofOrganization: async (organization) =>
      [...rows.keys()].filter((owner) => granted.get(owner)?.organization === organization),
    remove: async (owner) => void rows.delete(owner),
  }
}
