import type { Clock } from '../../ports/clock.ts'
import type { Tries } from '../../ports/store/tries.ts'
import type { Log } from '../chats/log.ts'
import type { Marks } from '../chats/marks.ts'
import type { WebApi } from './send/web-api.ts'

export type DiscordDeps = { web: WebApi; applicationId: string; marks: Marks; tries: Tries; clock: Clock; log: Log }
