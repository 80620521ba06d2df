import { crc32, deflateSync } from 'node:zlib'

export type Pixels = { width: number; height: number; rgba: Uint8Array }

const colorsMost = 256
const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)

/**
 * Encodes pixels as a PNG with a palette, which reduces its size to a third. Our drawings have few colors, and the
 * colors of smoothed edges may differ by a shade. https://www.w3.org/TR/png-3/
 */
export function smallPng(pixels: Pixels): Uint8Array {
  const { width, height } = pixels
  const colors = colorsOf(pixels)
  const palette = mostUsed(colors)
  const indices = new Map([...colors.keys()].map((color) => [color, nearest(palette, color)]))
  const view = viewOf(pixels)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    // The first byte of a row is its filter type, and 0 means none.
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indices.get(view.getUint32((y * width + x) * 4)) ?? 0
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits per pixel, and color type 3, which is a palette index.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => channels(color).slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((color) => color & 255))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function viewOf({ rgba }: Pixels): DataView {
  return new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength)
}

function colorsOf(pixels: Pixels): Map<number, number> {
  const view = viewOf(pixels)
  const counts = new Map<number, number>()
  for (let at = 0; at < view.byteLength; at += 4) {
    const color = view.getUint32(at)
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  return counts
}

function mostUsed(colors: ReadonlyMap<number, number>): number[] {
  const byUse = [...colors].toSorted(([, some], [, more]) => more - some)
  return byUse.slice(0, colorsMost).map(([color]) => color)
}

function channels(color: number): [number, number, number, number] {
  return [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255, color & 255]
}

function nearest(palette: readonly number[], color: number): number {
  const wanted = channels(color)
  const far = (other: number): number =>
    channels(other).reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, one] of palette.entries()) {
    const distance = far(one)
    if (distance < least) [best, least] = [index, distance]
  }
  return best
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
