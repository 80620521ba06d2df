import type { FastifyPluginAsync } from 'fastify'
import { type Place, placeParts } from '../../domain/place.ts'
import type { Chat } from '../../ports/chat.ts'
import type { Rights } from '../../ports/rights.ts'
import { addressGroup } from '../html/address-group.ts'
import { createChat } from './chat.ts'
import type { PlayOptions } from './options.ts'
import { createLimits } from './receive/limits.ts'
import { playRoutes } from './receive/routes.ts'
import { createRights } from './rights.ts'

export type { PlayOptions } from './options.ts'

/**
 * Whether a player in a sandbox may store this many bytes outside the playground. The bytes count toward the
 * playground's limits of the player and the address.
 */
export type Ration = (by: {
  workspace: Place
  player: Place
  address: string
  bytes: number
}) => Promise<'too-fast' | 'too-much' | 'full' | undefined>

export function createPlayground(options: PlayOptions): {
  chat: Chat
  rights: Rights
  ration: Ration
  plugin: FastifyPluginAsync
} {
  const limits = createLimits(options.clock, options.sandboxes)
  return {
    chat: createChat(options),
    rights: createRights(options.sandboxes),
    async ration({ workspace, player, address, bytes }) {
      const [sandbox = ''] = placeParts(workspace)
      const visitor = placeParts(player)[1] ?? ''
      const refusal = limits.refusal({ visitor, address: addressGroup(address), sandbox, bytes })
      return refusal ?? ((await limits.isFull()) ? 'full' : undefined)
    },
    plugin: playRoutes(options, limits),
  }
}
