import { signLink } from '../adapters/web/link-token.ts'
import type { AppConfig } from '../config/config.ts'
import { sourceUrl } from '../messages/site/tour.ts'
import type { Clock } from '../ports/clock.ts'
import type { Deps } from '../services/deps.ts'

/** Creates the links for chats. If there is no public address, only the links to the source code exist. */
export function createLinks({ appSecret, publicUrl }: AppConfig, clock: Clock): Deps['links'] {
  return {
    board: ({ id, boardLinks: generation }) =>
      publicUrl && `${publicUrl}/board/${signLink(appSecret, 'board', { id, generation }, clock.now())}`,
    playerExport: ({ id, exportLinks: generation }) =>
      publicUrl && `${publicUrl}/export/${signLink(appSecret, 'export', { id, generation }, clock.now())}`,
    progress: ({ id }) =>
      publicUrl && `${publicUrl}/me/${signLink(appSecret, 'me', { id, generation: 0 }, clock.now())}`,
    desk: ({ id }, page) =>
      publicUrl &&
      `${publicUrl}/desk/open/${signLink(appSecret, 'desk', { id, generation: 0 }, clock.now())}${page === undefined ? '' : `?to=${page}`}`,
    pack: ({ id }) =>
      publicUrl && `${publicUrl}/desk/studio/shared/${signLink(appSecret, 'pack', { id, generation: 0 }, clock.now())}`,
    archive: () => publicUrl && `${publicUrl}/archive`,
    source: (path) => new URL(path, sourceUrl).href,
  }
}
