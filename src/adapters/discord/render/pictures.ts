import type { RawFile } from 'discord.js'
import { visible } from '../../../domain/visible.ts'
import type { Block } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import { limits } from './limits.ts'

export type Attachment = { id: string; filename: string; description: string }

export type Pictures = {
  attachments: Attachment[]
  files: RawFile[]
  names: ReadonlyMap<Block, { url: string; description: string }>
}

export function picturesOf(blocks: readonly Block[]): Pictures {
  const images = blocks.filter((block) => block.kind === 'image').slice(0, limits.pictures)
  const attachments = images.map(({ name, alt }, at) => ({
    id: String(at),
    filename: name.replace(/[^\w.-]/gu, '_'),
    description: shorten(visible(alt), limits.imageAlt),
  }))
  return {
    attachments,
    files: images.map(({ png }, id) => ({
      name: attachments[id]?.filename ?? '',
      data: png,
      contentType: 'image/png',
    })),
    names: new Map(
      images.map((image, id) => [
        image,
        { url: `attachment://${attachments[id]?.filename}`, description: attachments[id]?.description ?? '' },
      ]),
    ),
  }
}
