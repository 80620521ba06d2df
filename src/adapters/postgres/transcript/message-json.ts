import { createHash } from 'node:crypto'
import type { Message } from '../../../ports/message.ts'
import type { TranscriptMessage } from '../../../ports/transcript.ts'

export type Picture = { hash: string; png: Uint8Array }

export function storedMessage(message: Message): { stored: TranscriptMessage; pictures: Picture[] } {
  const pictures: Picture[] = []
  const blocks = message.blocks.map((block) => {
    if (block.kind !== 'image') return block
    const { kind, name, alt, png } = block
    const hash = createHash('sha256').update(png).digest('hex')
    pictures.push({ hash, png })
    return { kind, name, alt, picture: hash }
  })
  return { stored: { ...message, blocks }, pictures }
}
