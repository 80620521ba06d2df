import { expect } from 'vitest'
import type { Guest } from '../product/quiz-world.ts'

/** Resolves with the newest text with these words, as soon as the guest sees it. */
export async function seenText(guest: Guest, words: string): Promise<string> {
  await expect.poll(async () => (await guest.sees()).join('\n\n'), { timeout: 15_000, interval: 50 }).toContain(words)
  return (await guest.sees()).findLast((text) => text.includes(words)) ?? ''
}
