import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { fairChat } from '../../../src/adapters/chat-decorators/fair-chat.ts'
import { ChatError } from '../../../src/domain/errors.ts'
import { pretendChat } from '../../kit/services/pretend-chat.ts'

const message = { summary: 'Hello', blocks: [] }

it('a fast workspace gets all the calls it needs, a few at a time', async () => {
  const platform = pretendChat()
  let [running, most] = [0, 0]
  platform.before = async () => {
    running += 1
    most = Math.max(most, running)
    await sleep(5)
    running -= 1
  }
  const chat = fairChat(platform, { atOnce: 4 })
  await Promise.all(Array.from({ length: 40 }, (_, index) => chat.post('slack:T1:C1', message, `key ${index}`)))
  expect(platform.said).toHaveLength(40)
  expect(most).toBe(4)
})

it('calls that would wait behind a slow workspace are refused, each for longer, and other workspaces aren’t affected', async () => {
  const platform = pretendChat()
  const answer = Promise.withResolvers<void>()
  platform.before = ({ to }) => (to.startsWith('slack:SLOW') ? answer.promise : undefined)
  const chat = fairChat(platform, { atOnce: 2 })
  const begun = [1, 2].map((key) => chat.post('slack:SLOW:C1', message, `key ${key}`))
  const refused = await Promise.all(
    [3, 4, 5].map((key) => chat.tell('slack:SLOW:U1', message, undefined, `key ${key}`).catch((error) => error)),
  )
  expect(refused.every((error) => error instanceof ChatError && error.code === 'rate-limited')).toBe(true)
  const waits = refused.map(({ retryAfterMs }) => retryAfterMs)
  expect(new Set(waits).size).toBe(3)

  await chat.post('slack:QUICK:C1', message, 'key')
  await chat.post('discord:SLOW:C1', message, 'key')
  expect(platform.said).toHaveLength(2)
  answer.resolve()
  await Promise.all(begun)
  await chat.post('slack:SLOW:C1', message, 'key 3')
  expect(platform.said).toHaveLength(5)
})

it('a failed call frees its slot', async () => {
  const platform = pretendChat()
  platform.closed.add('slack:T1:C1')
  const chat = fairChat(platform, { atOnce: 1 })
  for (let turn = 0; turn < 3; turn++) {
    await expect(chat.post('slack:T1:C1', message, 'key')).rejects.toThrow('forbidden')
  }
})
