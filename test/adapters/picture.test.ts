import { inflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import { expect, it } from 'vitest'
import { createPainter } from '../../src/adapters/picture/index.ts'
import { smallPng } from '../../src/adapters/picture/small-png.ts'
import { boardPicture } from '../../src/messages/picture/board-picture.ts'

const rows = ['Core', 'Night Shift', 'Platform', 'Docs and More'].map((name, at) => ({
  ...{ rank: at + 1, name, points: 80 - 13 * at, movement: at - 1 },
}))
const facts = [{ figure: '20', label: 'answers' }]
const svg = boardPicture({
  ...{ title: 'Weekly leaderboard', about: '2 to 8 November', heading: 'Teams', fresh: 'new' },
  ...{ rows, people: rows.slice(0, 3), facts },
})

function pixelsOf(png: Uint8Array): { width: number; height: number; pixels: Uint8Array } {
  const [width, height] = [16, 20].map((at) => Buffer.from(png).readUInt32BE(at)) as [number, number]
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const around = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${address}" width="${width}" height="${height}"/></svg>`
  return new Resvg(around).render()
}

it('the picture of a week is small enough for a slow phone', async () => {
  const png = await createPainter().png(svg)
  expect(png.length).toBeLessThan(35_000)
  const { width, height, pixels } = pixelsOf(png)
  expect([width, height > 800, pixels.length]).toEqual([1280, true, width * height * 4])
})

it('a PNG with few colors keeps every pixel', () => {
  const colors = [
    [255, 0, 0, 255],
    [0, 128, 255, 255],
    [0, 0, 0, 0],
    [12, 34, 56, 255],
  ]
  const rgba = Uint8Array.from([0, 1, 2, 3, 3, 2].flatMap((color) => colors[color] ?? []))
  const { pixels } = pixelsOf(smallPng({ width: 3, height: 2, rgba }))
  expect([...pixels]).toEqual([...rgba])
})

it('a drawing with more colors than a palette holds differs only at antialiased edges', () => {
  const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  const small = pixelsOf(smallPng({ width, height, rgba: pixels })).pixels
  const off = Array.from(pixels, (value, at) => Math.abs(value - (small[at] ?? 0)))
  expect(off.filter((one) => one > 16).length / off.length).toBeLessThan(0.001)
  expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(0.5)
})

it('passes a full PNG check', () => {
  const png = Buffer.from(smallPng({ width: 1, height: 1, rgba: Uint8Array.of(1, 2, 3, 255) }))
  const at = png.indexOf('IDAT')
  expect([...inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))]).toEqual([0, 0])
})
