/** A WebSocket frame from a server, of up to 65,535 bytes: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
export function frame(opcode: number, text: string): Buffer {
  const body = Buffer.from(text)
  const length = body.length < 126 ? [body.length] : [126, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([0x80 | opcode, ...length]), body])
}

/** Reads a frame from a client, which masks its content with four bytes. Undefined until the frame is complete. */
export function readFrame(bytes: Buffer): { opcode: number; text: string; length: number } | undefined {
  if (bytes.length < 6) return undefined
  const short = bytes.readUInt8(1) & 127
  const start = short === 126 ? 4 : 2
  if (bytes.length < start + 4) return undefined
  const size = short === 126 ? bytes.readUInt16BE(2) : short
  const length = start + 4 + size
  if (bytes.length < length) return undefined
  const mask = bytes.subarray(start, start + 4)
  const body = bytes.subarray(start + 4, length).map((byte, at) => byte ^ (mask[at % 4] ?? 0))
  return { opcode: bytes.readUInt8(0) & 15, text: Buffer.from(body).toString(), length }
}
