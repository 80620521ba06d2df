import { Routes } from 'discord.js'
import { z } from 'zod'
import { type AppFault, discordFaults } from '../../../messages/discord.ts'
import { createWebApi } from '../send/web-api.ts'
import type { DiscordSettings } from '../settings.ts'
import { commandNames } from './manifest.ts'
import { paths } from './paths.ts'

export type AppCheck = { name: string; faults: readonly AppFault[] }

const application = z.object({
  id: z.string(),
  name: z.string(),
  verify_key: z.string(),
  interactions_endpoint_url: z.string().nullish(),
})
const registered = z.array(z.object({ name: z.string() }))

/** Checks the app with Discord, for `doctor`. Throws a `ChatError` with `gone` if the token isn't valid. */
export async function checkApp(options: DiscordSettings & { publicUrl: string | undefined }): Promise<AppCheck> {
  const { applicationId, publicKey, transport, publicUrl } = options
  const web = createWebApi(options)
  try {
    const app = await web.call(
      { what: 'asking about the app', method: 'get', route: Routes.currentApplication() },
      application,
    )
    const { name, interactions_endpoint_url: endpoint } = app
    if (app.id !== applicationId) return { name, faults: [discordFaults.otherApplication(app.id)] }
    const commands = await web.call(
      { what: 'asking for commands', method: 'get', route: Routes.applicationCommands(applicationId) },
      registered,
    )
    const missing = commandNames.filter((name) => commands.every((command) => command.name !== name))
    const wanted = publicUrl === undefined ? undefined : publicUrl + paths.interactions
    const faults = [
      app.verify_key.toLowerCase() !== publicKey.toLowerCase() && discordFaults.otherKey,
      missing.length > 0 && discordFaults.notRegistered(missing),
      transport === 'http' && !endpoint && discordFaults.noEndpoint,
      transport === 'http' && endpoint && wanted && endpoint !== wanted && discordFaults.otherEndpoint(endpoint),
      transport === 'gateway' && endpoint && discordFaults.endpointBesideGateway(endpoint),
    ].flatMap((fault) => fault || [])
    return { name, faults }
  } finally {
    web.close()
  }
}
