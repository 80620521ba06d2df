import { setTimeout as sleep } from 'node:timers/promises'
import { sendOnce } from '../src/adapters/chats/send-once.ts'
import { ChatError } from '../src/domain/errors.ts'
import type { Place } from '../src/domain/place.ts'
import type { Chat } from '../src/ports/chat.ts'
import type { Tries } from '../src/ports/store/tries.ts'

const answerMs = 50

/** Discord's global limit for one bot: https://docs.discord.com/developers/topics/rate-limits */
export const discordPerSecond = 50

export type FakePlatform = Chat & {
  posts: { to: Place; at: number }[]
  refused: number
  slowAtOnce: number
}

/**
 * Simulates Slack and Discord for a bot that posts. They respond in 50 ms and accept one message per second and channel
 * on Slack, and fifty per second in total on Discord. Other messages are refused with the time to retry. The workspace
 * `slow` takes five seconds. The start of each attempt is recorded before it is made, as in our adapters.
 */
export function fakePlatform(slow: string, tries: Tries): FakePlatform {
  const lastIn = new Map<Place, number>()
  let second = { number: 0, calls: 0 }
  let slowNow = 0

  function refuse(retryAfterMs: number): never {
    platform.refused += 1
    throw new ChatError('rate-limited', 'too many requests', { retryAfterMs })
  }

  function checkLimit(channel: Place): void {
    const now = Date.now()
    if (channel.startsWith('slack:')) {
      const sinceMs = now - (lastIn.get(channel) ?? 0)
      if (sinceMs < 1000) refuse(1000 - sinceMs)
      lastIn.set(channel, now)
      return
    }
    const number = Math.floor(now / 1000)
    if (second.number !== number) second = { number, calls: 0 }
    if (second.calls >= discordPerSecond) refuse((number + 1) * 1000 - now)
    second.calls += 1
  }

  async function post(channel: Place): Promise<Place> {
    checkLimit(channel)
    if (channel.startsWith(`${slow}:`)) {
      slowNow += 1
      platform.slowAtOnce = Math.max(platform.slowAtOnce, slowNow)
      await sleep(100 * answerMs)
      slowNow -= 1
    } else {
      await sleep(answerMs)
    }
    platform.posts.push({ to: channel, at: performance.now() })
    return `${channel}:m${platform.posts.length}`
  }

  const platform: FakePlatform = {
    posts: [],
    refused: 0,
    slowAtOnce: 0,
    post: (channel, _message, key) =>
      sendOnce(tries, `${channel} ${key}`, { look: async () => undefined, send: () => post(channel) }),
    reply: post,
    async update(posted) {
      await post(posted)
    },
    async tell(player) {
      await post(player)
    },
    repliesInThread: () => true,
    startThread: async () => {},
    restMs: () => 0,
    join: async () => {},
    groupMembers: async () => [],
    presenceIn: async () => new Map(),
  }
  return platform
}
