import type { BoardRow } from '../../ports/message.ts'
import { barRow, personCard } from './board-row.ts'
import { colours } from './colours.ts'
import { legible } from './legible.ts'
import { type Svg, svg } from './svg.ts'
import { text } from './text.ts'

export type BoardPicture = {
  title: string
  /** Small text below the title. */
  about: string
  heading: string
  /** Best first. */
  rows: readonly BoardRow[]
  /** The mark of a newcomer's row, which has no movement. */
  fresh: string
  /** People named side by side below the board; at most three fit. */
  people: readonly BoardRow[]
  /** Numbers with labels; at most three fit. */
  facts: readonly { figure: string; label: string }[]
}

const width = 640
const margin = 36
const inner = width - 2 * margin
const rowHeight = 56
const gap = 12
const column = (inner - 2 * gap) / 3

/** A board as an SVG drawing. Long texts are cut, and the height depends on the content. */
export function boardPicture(board: BoardPicture): string {
  const most = Math.max(1, ...board.rows.map(({ points }) => points))
  const bars = named(board.rows).map((row, index) =>
    barRow(row, { x: margin, y: 150 + index * rowHeight, width: inner }, row.points / most, board.fresh),
  )
  let y = 150 + board.rows.length * rowHeight
  const people = named(board.people)
    .slice(0, 3)
    .map((row, index) => personCard(row, { x: columnAt(index), y: y + 8, width: column }))
  if (people.length > 0) y += 76
  const facts = board.facts.slice(0, 3).map((fact, index) => factAt(fact, columnAt(index), y + 22))
  if (facts.length > 0) y += 84
  return drawing(y + 24, [header(board), ...bars, ...people, ...facts]).markup
}

function named(rows: readonly BoardRow[]): BoardRow[] {
  const names = legible(rows.map(({ name }) => name))
  return rows.map((row, at) => ({ ...row, name: names[at] ?? row.name }))
}

function columnAt(index: number): number {
  return margin + index * (column + gap)
}

function drawing(height: number, parts: readonly Svg[]): Svg {
  return svg`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter">
    <defs>${gradient('ground', colours.ground, 'down')}${gradient('first', colours.first, 'across')}${gradient('others', colours.others, 'across')}</defs>
    <rect width="${width}" height="${height}" rx="22" fill="url(#ground)"/>
    ${parts}
  </svg>`
}

function gradient(id: string, [from, to]: readonly [string, string], way: 'down' | 'across'): Svg {
  return svg`<linearGradient id="${id}" x1="0" y1="0" x2="${way === 'across' ? 1 : 0}" y2="${way === 'down' ? 1 : 0}">
    <stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`
}

function header({ title, about, heading }: BoardPicture): Svg {
  const room = inner - 72
  return svg`
    ${text(title, { x: margin, y: 66, size: 32, bold: true, room })}
    ${text(about, { x: margin, y: 94, size: 17, fill: colours.soft, room })}
    ${text(heading, { x: margin, y: 134, size: 15, bold: true, fill: colours.soft, room: inner })}
    <g transform="translate(${width - margin - 52} 34) scale(1.625)">
      <rect width="32" height="32" rx="9" fill="${colours.mark}"/>
      <path d="M10.5 12.2a5.6 5.6 0 0 1 11-.1c0 2.7-1.7 3.9-3.4 5-1.3.9-2 1.6-2 3.2"
        fill="none" stroke="${colours.ink}" stroke-width="3.2" stroke-linecap="round"/>
      <circle cx="16.1" cy="25.2" r="2.1" fill="${colours.fresh}"/>
    </g>`
}

function factAt({ figure, label }: { figure: string; label: string }, x: number, y: number): Svg {
  return svg`
    <rect x="${x}" y="${y - 12}" width="${column}" height="1.5" fill="#fff" opacity="0.16"/>
    ${text(figure, { x, y: y + 27, size: 25, bold: true, room: column })}
    ${text(label, { x, y: y + 50, size: 15, fill: colours.soft, room: column })}`
}
