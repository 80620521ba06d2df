const newline = 10
const space = 32

/**
 * Returns the line of a sorted file that begins with `key` and a space, or undefined. WordNet's indexes are sorted by
 * bytes, so a binary search finds a word in about twenty steps.
 */
export function findLine(file: Buffer, key: string): string | undefined {
  const wanted = Buffer.from(`${key} `, 'latin1')
  let low = 0
  let high = file.length
  while (low < high) {
    const start = lineStart(file, (low + high) >> 1)
    const end = lineEnd(file, start)
    // The license is at the beginning of the file. Its lines begin with a space, so they sort before any word.
    if (file[start] === space) {
      low = end + 1
      continue
    }
    const order = file.compare(wanted, 0, wanted.length, start, Math.min(start + wanted.length, end))
    if (order === 0) return file.toString('latin1', start, end)
    if (order < 0) low = end + 1
    else high = start
  }
  return undefined
}

export function lineAt(file: Buffer, start: number): string {
  return file.toString('latin1', start, lineEnd(file, start))
}

function lineStart(file: Buffer, at: number): number {
  return at === 0 ? 0 : file.lastIndexOf(newline, at - 1) + 1
}

function lineEnd(file: Buffer, at: number): number {
  const end = file.indexOf(newline, at)
  return end < 0 ? file.length : end
}
