import { placeParts } from '../../domain/place.ts'
import type { OpenChat } from '../chats/chat-module.ts'
import { addressGroup } from '../html/address-group.ts'
import { createChat } from './chat.ts'
import type { PlayOptions } from './options.ts'
import { createLimits } from './receive/limits.ts'
import { playRoutes } from './receive/routes.ts'
import { createRights } from './rights.ts'

export type { PlayOptions } from './options.ts'

/** The playground: a chat of our own with its pages under `/play`. */
export function createPlayground(options: PlayOptions): OpenChat {
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
    // Browsers send requests, so there is no connection to open.
    start: async () => {},
    stop: async () => {},
  }
}
