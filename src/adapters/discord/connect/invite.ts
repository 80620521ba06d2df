/**
 * The bot's permissions in the invitation, with the reasons in docs/discord.md. They are written as bits because the
 * front page shows this link, and shouldn't load discord.js for it.
 */
const permissions = {
  viewChannels: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  sendMessagesInThreads: 1n << 38n,
} as const

/** A question can't be posted without these. The other permissions are only needed for smaller features. */
const needed = { 'View Channel': permissions.viewChannels, 'Send Messages': permissions.sendMessages } as const
const administrator = 1n << 3n

/**
 * Returns the names, as Discord shows them, of the needed permissions that the app lacks. Returns none if `granted` is
 * missing.
 */
export function lackingIn(granted: string | null | undefined): string[] {
  if (granted === null || granted === undefined) return []
  const bits = BigInt(granted)
  if ((bits & administrator) !== 0n) return []
  return Object.entries(needed).flatMap(([name, bit]) => ((bits & bit) === 0n ? [name] : []))
}

/** A bit field as a decimal number. */
export const invitePermissions = String(Object.values(permissions).reduce((sum, bit) => sum | bit, 0n))

export function inviteLink(applicationId: string): string {
  return authorizeLink({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: invitePermissions,
    integration_type: '0',
  })
}

export function ownInstallLink(applicationId: string): string {
  return authorizeLink({ client_id: applicationId, scope: 'applications.commands', integration_type: '1' })
}

function authorizeLink(query: Record<string, string>): string {
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`
}
