/**
 * The bot's permissions in the invitation; docs/discord.md says why. As bits, without discord.js: the front page shows
 * this link, and shouldn't load a library for it.
 */
const permissions = {
  viewChannels: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  sendMessagesInThreads: 1n << 38n,
} as const

/** Without these, a question can't be posted in a channel; without the others, only something smaller is missing. */
const needed = { 'View Channel': permissions.viewChannels, 'Send Messages': permissions.sendMessages } as const
const administrator = 1n << 3n

/** Permissions that a quiz needs but the app lacks, by the names that Discord shows. Empty if Discord doesn't say. */
export function lackingIn(granted: string | null | undefined): string[] {
  if (granted === null || granted === undefined) return []
  const bits = BigInt(granted)
  if ((bits & administrator) !== 0n) return []
  return Object.entries(needed).flatMap(([name, bit]) => ((bits & bit) === 0n ? [name] : []))
}

/** Bits, as a decimal number. */
export const invitePermissions = String(Object.values(permissions).reduce((sum, bit) => sum | bit, 0n))

/** The page where somebody who manages a server adds the app to it. */
export function inviteLink(applicationId: string): string {
  return authorizeLink({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: invitePermissions,
    integration_type: '0',
  })
}

/** The page where anybody adds the app for themselves, to practice. */
export function ownInstallLink(applicationId: string): string {
  return authorizeLink({ client_id: applicationId, scope: 'applications.commands', integration_type: '1' })
}

function authorizeLink(query: Record<string, string>): string {
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`
}
