import { join } from 'node:path'
import type { Painter } from '../../ports/painter.ts'
import { smallPng } from './small-png.ts'

/** In the order in which they are searched for a glyph. */
const fonts = [
  ...['inter-medium', 'inter-bold', 'noto-sans-hebrew', 'noto-sans-arabic', 'noto-emoji'],
  ...['noto-sans-armenian', 'noto-sans-georgian', 'noto-sans-thai', 'noto-sans-lao', 'noto-sans-ethiopic'],
]

/** The picture is sharp on a phone with a pixel ratio of 3. */
const widthPx = 1280

/**
 * Draws only with our own fonts, so that a picture looks the same on every machine. A dyno has only DejaVu. The library
 * is loaded with the first picture, because most processes never draw one.
 */
export function createPainter(): Painter {
  return {
    async png(svg) {
      const { renderAsync } = await import('@resvg/resvg-js')
      const image = await renderAsync(svg, {
        fitTo: { mode: 'width', value: widthPx },
        font: {
          loadSystemFonts: false,
          fontFiles: fonts.map((name) => join(import.meta.dirname, 'fonts', `${name}.ttf`)),
          defaultFontFamily: 'Inter',
        },
      })
      const { width, height, pixels } = image
      return smallPng({ width, height, rgba: pixels })
    },
  }
}
