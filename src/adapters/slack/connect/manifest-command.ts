import type { ChatCommand } from '../../chats/chat-module.ts'
import type { SlackSettings } from '../settings.ts'

/** The manifest to paste at api.slack.com/apps, Create New App, From a manifest. */
export const manifestCommand: ChatCommand<SlackSettings> = {
  name: 'manifest',
  description: 'Print the app manifest that fits PUBLIC_URL',
  options: [{ flag: '--socket', description: 'for Socket Mode, without a public address' }],
  async run({ socket = false }, settings, { publicUrl }) {
    const socketMode = socket || settings?.appToken !== undefined
    if (publicUrl === undefined && !socketMode) {
      return { wrongUsage: 'Set PUBLIC_URL to where the app is reached, or use --socket for Socket Mode.' }
    }
    const { slackManifest } = await import('./manifest.ts')
    return { json: slackManifest({ oauth: settings?.oauth !== undefined, socketMode, publicUrl }) }
  },
}
