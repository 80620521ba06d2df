import { visible } from '../domain/visible.ts'

export function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 2))
}

/**
 * Prints a line without control characters, which could move the cursor or change the terminal's title. The names of
 * people and servers may contain them.
 */
export function print(line: string): void {
  process.stdout.write(`${visible(line)}\n`)
}

/** Prints columns as wide as their widest cell, with numbers aligned right. A row is always one line. */
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
