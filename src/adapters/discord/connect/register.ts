import { Routes } from 'discord.js'
import { z } from 'zod'
import type { CommandWords } from '../../../ports/command-words.ts'
import { createWebApi } from '../send/web-api.ts'
import { slashCommand } from './manifest.ts'

const registered = z.array(z.object({ name: z.string() }))

/**
 * Registers the slash command for every server, in the place of whatever was registered before. Safe to repeat. Gives
 * the names that Discord knows now. Throws a `ChatError`.
 */
export async function registerCommands(options: {
  applicationId: string
  token: string
  apiUrl?: string
  commands: readonly CommandWords[]
}): Promise<string[]> {
  const web = createWebApi(options)
  try {
    const body = [slashCommand(options.commands)]
    const known = await web.call(
      { what: 'registering', method: 'put', route: Routes.applicationCommands(options.applicationId), body },
      registered,
    )
    return known.map(({ name }) => name)
  } finally {
    web.close()
  }
}
