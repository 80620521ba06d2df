/**
 * What the bot may do where it is invited; docs/discord.md says why. In bits, without discord.js: the front page shows
 * this link, and need not load a library for it.
 */
const permissions = {
  viewChannels: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  sendMessagesInThreads: 1n << 38n,
} as const

/** Where somebody who manages a server adds the app to it. */
export function inviteLink(applicationId: string): string {
  const bits = Object.values(permissions).reduce((sum, bit) => sum | bit, 0n)
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(bits),
  })
  return `https://discord.com/oauth2/authorize?${query}`
}
