import { Routes, ThreadAutoArchiveDuration } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import type { Place } from '../../../domain/place.ts'
import { visible } from '../../../domain/visible.ts'
import { shorten } from '../../chats/letters.ts'
import { partsOf } from '../../chats/parts-of.ts'
import type { DiscordDeps } from '../deps.ts'
import { limits } from '../render/limits.ts'

/** A message can have only one thread, so a second try gets this code. */
const alreadyThere = '160004'

/** Starts a thread for a message. Discord hides the thread after a day without messages. Throws a `ChatError`. */
export async function startThread(deps: Pick<DiscordDeps, 'web'>, posted: Place, name: string): Promise<void> {
  const [, channel, message] = partsOf('discord', posted, 3)
  const body = {
    name: shorten(visible(name), limits.threadName),
    auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
  }
  try {
    await deps.web.call(
      { what: 'starting a thread', method: 'post', route: Routes.threads(channel, message), body },
      z.unknown(),
    )
  } catch (error) {
    if (!(error instanceof ChatError && error.word === alreadyThere)) throw error
  }
}
