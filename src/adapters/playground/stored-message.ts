import type { Block, Message } from '../../ports/message.ts'

/**
 * A message as it may lie in the transcript. The transcript keeps JSON, in which bytes have no form of their own: a
 * picture goes in as bytes that turn themselves into base64, and comes out as that text.
 */
export type StoredMessage = Message & {
  /** Said while something is still being worked out; vanishes when that is told. */
  working?: boolean
}

class PngBytes extends Uint8Array {
  toJSON(): string {
    return Buffer.from(this).toString('base64')
  }
}

/** Nothing to see: what becomes of a message that has done its duty. */
export const vanished: Message = { summary: '', blocks: [] }

export function isVanished(message: Message): boolean {
  return message.summary === '' && message.blocks.length === 0
}

export function toStored(message: Message): StoredMessage {
  return { ...message, blocks: message.blocks.map((block) => withBytes(block, (png) => new PngBytes(png))) }
}

export function fromStored(message: StoredMessage): StoredMessage {
  return { ...message, blocks: message.blocks.map((block) => withBytes(block, bytesOf)) }
}

function withBytes(block: Block, change: (png: Uint8Array) => Uint8Array): Block {
  return block.kind === 'image' ? { ...block, png: change(block.png) } : block
}

/** What stands where bytes should: text once it has been through JSON, bytes before. */
function bytesOf(png: unknown): Uint8Array {
  if (png instanceof Uint8Array) return png
  return Buffer.from(typeof png === 'string' ? png : '', 'base64')
}
