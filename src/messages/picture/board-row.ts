import type { BoardRow } from '../../ports/message.ts'
import { colours } from './colours.ts'
import { type Svg, svg } from './svg.ts'
import { text } from './text.ts'

const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })
const beforeBar = 48
const pointsRoom = 100
const movementRoom = 56

/**
 * A row with a medal, a name, the movement, the points and a bar. `share` is the bar's length relative to the longest
 * one.
 */
export function barRow(
  row: BoardRow,
  at: { x: number; y: number; width: number },
  share: number,
  freshWord: string,
): Svg {
  const { x, y, width } = at
  const [left, right] = [x + beforeBar, x + width]
  const barWidth = width - beforeBar
  const nameRoom = barWidth - pointsRoom - movementRoom - 16
  return svg`
    ${medal(row.rank, x + 17, y + 27)}
    ${text(row.name, { x: left, y: y + 25, size: 21, bold: true, room: nameRoom })}
    ${movement(row, right - pointsRoom - movementRoom, y + 18, freshWord)}
    ${text(shownPoints(row), { x: right, y: y + 25, size: 21, bold: true, anchor: 'end', room: pointsRoom })}
    <rect x="${left}" y="${y + 36}" width="${barWidth}" height="8" rx="4" fill="#fff" opacity="0.12"/>
    <rect x="${left}" y="${y + 36}" width="${Math.max(8, barWidth * share)}" height="8" rx="4"
      fill="url(#${row.rank === 1 ? 'first' : 'others'})"/>`
}

/** A card for one person, 64 px high. */
export function personCard(row: BoardRow, { x, y, width }: { x: number; y: number; width: number }): Svg {
  const room = width - 56
  return svg`
    <rect x="${x}" y="${y}" width="${width}" height="64" rx="14" fill="#fff" opacity="0.1"/>
    ${medal(row.rank, x + 25, y + 32)}
    ${text(row.name, { x: x + 50, y: y + 28, size: 16, bold: true, room })}
    ${text(shownPoints(row), { x: x + 50, y: y + 49, size: 15, fill: colours.soft, room })}`
}

function medal(rank: number, x: number, y: number): Svg {
  const metal = colours.medals[rank - 1]
  return svg`
    <circle cx="${x}" cy="${y}" r="17" fill="${metal ?? '#fff'}" opacity="${metal ? 1 : 0.14}"/>
    ${text(String(rank), {
      x,
      y: y + 5.5,
      size: rank < 100 ? 16 : 12,
      bold: true,
      fill: metal ? colours.onMedal : colours.ink,
      anchor: 'middle',
      room: 34,
    })}`
}

/** The arrow is drawn as a path, because a font may lack the character. */
function movement({ movement }: BoardRow, x: number, y: number, freshWord: string): Svg {
  if (movement === 0) return svg``
  if (movement === undefined) {
    return svg`
      <rect x="${x}" y="${y - 11}" width="46" height="22" rx="11" fill="${colours.fresh}" opacity="0.2"/>
      ${text(freshWord, { x: x + 23, y: y + 4.5, size: 13, bold: true, fill: colours.fresh, anchor: 'middle', room: 40 })}`
  }
  const fill = movement > 0 ? colours.up : colours.down
  const arrow = movement > 0 ? `M${x} ${y + 5}l6.5 -11l6.5 11z` : `M${x} ${y - 5}l6.5 11l6.5 -11z`
  return svg`
    <path d="${arrow}" fill="${fill}"/>
    ${text(compact.format(Math.abs(movement)), { x: x + 18, y: y + 6, size: 16, bold: true, fill, room: 38 })}`
}

function shownPoints({ points }: BoardRow): string {
  return points < 100_000 ? points.toLocaleString('en-GB') : compact.format(points)
}
