import { Routes } from 'discord.js'
import { z } from 'zod'
import { isOutOfReach, isRefused } from '../../../domain/errors.ts'
import { type Place, placeParts } from '../../../domain/place.ts'
import type { ReplyPath } from '../../../ports/chat.ts'
import type { Message } from '../../../ports/message.ts'
import { tagGuild } from '../custom-id.ts'
import type { DiscordDeps } from '../deps.ts'
import { editOriginal, isFresh } from './edit-original.ts'
import { readPath } from './reply-path.ts'
import { send } from './send.ts'

const opened = z.object({ id: z.string() })

/**
 * Shows one player a private message. It replaces the reply "being graded" if that exists and is less than 15 minutes
 * old, and is a direct message otherwise. Throws a `ChatError` with `forbidden` if the player doesn't accept direct
 * messages. In that case, `/heroku-quiz me` still shows the points.
 */
export async function tellPlayer(
  deps: DiscordDeps,
  player: Place,
  message: Message,
  path: ReplyPath | undefined,
  key: string,
): Promise<void> {
  const { interaction } = readPath(path)
  if (interaction && isFresh(interaction.madeAt, deps.clock.now())) {
    try {
      await editOriginal(deps, interaction, message)
      return
    } catch (error) {
      if (!isOutOfReach(error) && !isRefused(error)) throw error
    }
  }
  await sendDirectly(deps, player, message, key)
}

/** Throws a `ChatError` with `forbidden` if the player doesn't accept direct messages from the app. */
export async function sendDirectly(deps: DiscordDeps, player: Place, message: Message, key: string): Promise<void> {
  const [guild = '', recipient_id = ''] = placeParts(player)
  const { id } = await deps.web.call(
    { what: 'opening a direct message', method: 'post', route: Routes.userChannels(), body: { recipient_id } },
    opened,
  )
  await send(deps, { channel: id, guild: tagGuild(deps.marks, guild) }, message, key)
}
