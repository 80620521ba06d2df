import type { Message } from '../../../ports/message.ts'

type StoredBlock =
  | Exclude<Message['blocks'][number], { kind: 'image' }>
  | { kind: 'image'; png: string; name: string; alt: string }

/** A message as JSON can hold it: bytes as base64. */
export type StoredMessage = Omit<Message, 'blocks'> & { blocks: StoredBlock[] }

export function storedMessage(message: Message): StoredMessage {
  return {
    ...message,
    blocks: message.blocks.map((block) =>
      block.kind === 'image' ? { ...block, png: Buffer.from(block.png).toString('base64') } : block,
    ),
  }
}

export function messageFrom(stored: StoredMessage): Message {
  return {
    ...stored,
    blocks: stored.blocks.map((block) =>
      block.kind === 'image' ? { ...block, png: new Uint8Array(Buffer.from(block.png, 'base64')) } : block,
    ),
  }
}
