import { setTimeout as wait } from 'node:timers/promises'
import { Routes } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import type { Message } from '../../../ports/message.ts'
import type { DiscordDeps } from '../deps.ts'
import { renderMessage } from '../render/render.ts'

/** An interaction's token is valid for 15 minutes. The last minute allows for a slow network. */
const tokenMs = 14 * 60_000

/** For this long, a 404 is retried, because the edit may have arrived before Discord has read our acknowledgement. */
const unreadMs = 10_000
const pausesMs = [150, 300, 600, 1200, 2400]

const done = z.unknown()

export function isFresh(madeAt: number, now: Date): boolean {
  return now.getTime() - madeAt < tokenMs
}

/** Replaces the reply to an interaction. Throws a `ChatError` with `gone` if the reply no longer exists. */
export async function editOriginal(
  deps: Pick<DiscordDeps, 'web' | 'applicationId' | 'clock'>,
  interaction: { token: string; madeAt: number },
  message: Message,
  guild?: string,
): Promise<void> {
  const { body, files } = renderMessage(message, guild === undefined ? {} : { guild })
  const route = `${Routes.webhook(deps.applicationId, interaction.token)}/messages/@original` as const
  for (let turn = 0; ; turn += 1) {
    try {
      await deps.web.call({ what: 'editing a reply', method: 'patch', route, body, files, tokenInRoute: true }, done)
      return
    } catch (error) {
      const pauseMs = pausesMs[turn]
      const early = deps.clock.now().getTime() - interaction.madeAt < unreadMs
      if (!(error instanceof ChatError && error.code === 'gone' && early) || pauseMs === undefined) throw error
      await wait(pauseMs)
    }
  }
}
