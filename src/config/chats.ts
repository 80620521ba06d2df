import type { ChatModule } from '../adapters/chats/chat-module.ts'
import { discord } from '../adapters/discord/index.ts'
import { playground } from '../adapters/playground/index.ts'
import { slack } from '../adapters/slack/index.ts'
import type { Platform } from '../domain/place.ts'

/** Every chat platform, in the order in which operators see them. */
export const chatModules: readonly ChatModule[] = Object.values({ slack, discord, playground } satisfies Record<
  Platform,
  ChatModule
>)
