const newline = 10
const space = 32

/**
 * Returns the lines of a sorted file that begin with `prefix`. WordNet's indexes are sorted by bytes, so a binary
 * search finds a word in about twenty steps.
 */
export function findLines(file: Buffer, prefix: string): string[] {
  const wanted = Buffer.from(prefix, 'latin1')
  const orderAt = (start: number, end: number): number =>
    file.compare(wanted, 0, wanted.length, start, Math.min(start + wanted.length, end))
  let low = 0
  let high = file.length
  while (low < high) {
    const start = lineStart(file, (low + high) >> 1)
    const end = lineEnd(file, start)
    // The license is at the beginning of the file. Its lines begin with a space, so they sort before any word.
    if (file[start] === space || orderAt(start, end) < 0) low = end + 1
    else high = start
  }
  const lines: string[] = []
  for (let start = low; start < file.length; ) {
    const end = lineEnd(file, start)
    if (orderAt(start, end) !== 0) break
    lines.push(file.toString('latin1', start, end))
    start = end + 1
  }
  return lines
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
