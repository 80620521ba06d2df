import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { visible } from '../../../domain/visible.ts'
import type { Message } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import type { SlackDeps } from '../deps.ts'
import type { Pictures } from '../render/blocks.ts'
import { limits } from '../render/limits.ts'
import type { WebApi } from './web-api.ts'

const place = z.object({ upload_url: z.url(), file_id: z.string() })
const done = z.object({})

/**
 * Uploads the pictures of a message. If an upload fails, the message is sent without that picture, because its text has
 * the same content.
 */
export async function uploadPictures(
  deps: Pick<SlackDeps, 'web' | 'log'>,
  team: string,
  message: Message,
): Promise<Pictures> {
  const pictures = new Map<string, string>()
  for (const block of message.blocks) {
    if (block.kind !== 'image') continue
    try {
      pictures.set(block.name, await upload(deps.web, team, block))
    } catch (error) {
      if (!(error instanceof ChatError)) throw error
      deps.log.info({ team, code: error.code }, 'a picture was left out')
    }
  }
  return pictures
}

async function upload(
  web: WebApi,
  team: string,
  image: { png: Uint8Array; name: string; alt: string },
): Promise<string> {
  const { upload_url, file_id } = await web.call(
    team,
    'files.getUploadURLExternal',
    { filename: image.name, length: image.png.byteLength, alt_txt: shorten(visible(image.alt), limits.imageAlt) },
    place,
  )
  await web.upload(upload_url, image.png)
  await web.call(team, 'files.completeUploadExternal', { files: [{ id: file_id, title: image.name }] }, done)
  return file_id
}
