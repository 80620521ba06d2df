import type { BoardRow } from '../../ports/message.ts'
import { boardName, lettersIn, shorten } from './limits.ts'
import { codeText } from './markdown.ts'

/** A board in a fixed-width block: one line a row, with rank, name and points under one another. */
export function boardLines(rows: readonly BoardRow[]): string[] {
  const ranks = Math.max(...rows.map(({ rank }) => String(rank).length))
  const names = rows.map(({ name }) => shorten(name.replace(/\s+/gu, ' ').trim(), boardName * 2))
  const shown = names.map((name) => firstLetters(name, boardName))
  const widest = Math.max(...shown.map(lettersIn))
  const points = Math.max(...rows.map((row) => String(row.points).length))
  return rows.map((row, at) => {
    const name = shown[at] ?? ''
    const line = [
      String(row.rank).padStart(ranks),
      codeText(name) + ' '.repeat(widest - lettersIn(name)),
      String(row.points).padStart(points),
      movement(row.movement),
      row.own ? '◂' : '',
      row.aside === undefined ? '' : `· ${codeText(shorten(row.aside, boardName))}`,
    ]
    return line.filter((part) => part !== '').join(' ')
  })
}

function movement(ranks: number | undefined): string {
  if (ranks === undefined || ranks === 0) return ''
  return ranks > 0 ? `▲${ranks}` : `▼${-ranks}`
}

function firstLetters(name: string, most: number): string {
  if (lettersIn(name) <= most) return name
  const kept = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)].slice(0, most - 1)
  return `${kept.map(({ segment }) => segment).join('')}…`
}
