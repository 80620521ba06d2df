import type { FastifyPluginAsync } from 'fastify'
import type { Chat } from '../../ports/chat.ts'
import type { Rights } from '../../ports/rights.ts'
import { createChat } from './chat.ts'
import type { PlayOptions } from './options.ts'
import { playRoutes } from './receive/routes.ts'
import { createRights } from './rights.ts'

export type { PlayOptions } from './options.ts'

/** The playground: our own chat, with pages under `/play`. */
export function createPlayground(options: PlayOptions): { chat: Chat; rights: Rights; plugin: FastifyPluginAsync } {
  return { chat: createChat(options), rights: createRights(options.sandboxes), plugin: playRoutes(options) }
}
