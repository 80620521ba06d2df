/** Splits a text at empty lines. Each block has the number of its first line, counted from 1. */
export function blocksOf(text: string): { line: number; text: string }[] {
  const blocks: { line: number; lines: string[] }[] = []
  let open = false
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') open = false
    else if (open) blocks.at(-1)?.lines.push(line)
    else {
      blocks.push({ line: index + 1, lines: [line] })
      open = true
    }
  }
  return blocks.map((block) => ({ line: block.line, text: block.lines.join('\n') }))
}
