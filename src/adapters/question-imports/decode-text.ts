/**
 * Decodes a file in any encoding that spreadsheets write. It detects UTF-8 and UTF-16 by byte order mark or byte
 * pattern. Otherwise it uses Windows-1252, in which every byte is valid.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // In mostly Latin UTF-16 text without a byte order mark, every other byte is zero.
  const start = bytes.subarray(0, 400)
  const zeros = (odd: number): number => start.filter((byte, at) => at % 2 === odd && byte === 0).length
  if (zeros(1) * 4 > start.length) return 'utf-16le'
  if (zeros(0) * 4 > start.length) return 'utf-16be'
  return undefined
}
