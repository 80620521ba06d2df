import type { BoardRow } from '../../ports/message.ts'
import { firstLetters, lettersIn, shorten } from './letters.ts'

type Style = {
  widest: number
  codeText(text: string): string
}

/** Renders a board for a fixed-width block, with one line per row and with rank, name and points in columns. */
export function boardLines(rows: readonly BoardRow[], { widest, codeText }: Style): string[] {
  const ranks = Math.max(...rows.map(({ rank }) => String(rank).length))
  const names = rows.map(({ name }) => shorten(name.replace(/\s+/gu, ' ').trim(), widest * 2))
  const shown = names.map((name) => firstLetters(name, widest))
  const width = Math.max(...shown.map(lettersIn))
  const points = Math.max(...rows.map((row) => String(row.points).length))
  return rows.map((row, at) => {
    const name = shown[at] ?? ''
    const line = [
      String(row.rank).padStart(ranks),
      codeText(name) + ' '.repeat(width - lettersIn(name)),
      String(row.points).padStart(points),
      movement(row.movement),
      row.own ? '◂' : '',
      row.aside === undefined ? '' : `· ${codeText(shorten(row.aside, widest))}`,
    ]
    return line.filter((part) => part !== '').join(' ')
  })
}

function movement(ranks: number | undefined): string {
  if (ranks === undefined || ranks === 0) return ''
  return ranks > 0 ? `▲${ranks}` : `▼${-ranks}`
}
