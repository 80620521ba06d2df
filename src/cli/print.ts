import { visible } from '../domain/visible.ts'

/** One JSON document on standard output. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 2))
}

/**
 * Without characters that could move the cursor or change a terminal's title: people choose their names, and those of
 * servers.
 */
export function print(line: string): void {
  process.stdout.write(`${visible(line)}\n`)
}

/** Columns as wide as their widest cell; numbers are right-aligned. A row is one line, whatever is in it. */
export function printTable(table: readonly (readonly (string | number)[])[]): void {
  const rows = table.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : onOneLine(cell))))
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, String(cell).length)),
    [],
  )
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      typeof cell === 'number' ? String(cell).padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    )
    print(cells.join('  ').trimEnd())
  }
}

function onOneLine(text: string): string {
  return visible(text).replaceAll(/\s+/gu, ' ')
}
