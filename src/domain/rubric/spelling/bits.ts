/** A bit set of small whole numbers. It stores thousands of words in a few hundred bytes. */
export type Bits = Uint32Array

export function bitsOf(all: readonly Iterable<number>[], size: number): Bits {
  const bits = new Uint32Array((size >> 5) + 1)
  for (const numbers of all)
    for (const number of numbers) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31))
  return bits
}

export function hasBit(bits: Bits, number: number): boolean {
  return ((bits[number >> 5] ?? 0) & (1 << (number & 31))) !== 0
}
