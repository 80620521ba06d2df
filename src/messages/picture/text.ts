import { colours } from './colours.ts'
import { fitted } from './fitted.ts'
import { type Svg, svg } from './svg.ts'

export type TextAt = {
  x: number
  /** The text's baseline. */
  y: number
  size: number
  /** The width in which the text has to fit. Longer text is cut. */
  room: number
  bold?: boolean
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
}

export function text(words: string, at: TextAt): Svg {
  const { x, y, size, room, bold = false, fill = colours.ink, anchor = 'start' } = at
  return svg`<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold ? 700 : 500}" text-anchor="${anchor}" fill="${fill}">${fitted(words, size, room)}</text>`
}
