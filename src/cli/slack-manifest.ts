import { slackManifest } from '../adapters/slack/connect/manifest.ts'
import { readConfig } from '../config/config.ts'
import { printJson } from './print.ts'
import { UsageError } from './usage-error.ts'

export async function slackManifestCommand({ socket = false }: { socket?: boolean }): Promise<void> {
  const { publicUrl, slack } = readConfig()
  const socketMode = socket || slack?.appToken !== undefined
  if (publicUrl === undefined && !socketMode) {
    throw new UsageError('Set PUBLIC_URL to where the app is reached, or use --socket for Socket Mode.')
  }
  printJson(
    slackManifest({ oauth: slack?.oauth !== undefined, socketMode, ...(publicUrl === undefined ? {} : { publicUrl }) }),
  )
}
