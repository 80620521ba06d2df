import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import type { Message } from '../../src/ports/message.ts'
import type { Transcript } from '../../src/ports/transcript.ts'

const general = 'playground:W1:general'
const [ada, grace] = ['playground:W1:ada', 'playground:W1:grace']

/** `open` returns the same transcript as two processes see it. */
export function transcriptContract(open: () => { here: Transcript; there: Transcript }): void {
  let count = 0
  const key = () => `key-${++count}`
  const say = (summary: string): Message => ({ summary, blocks: [{ kind: 'text', text: [summary] }] })

  describe('the transcript', () => {
    test('stores each message with its author, its readers and the message that it replies to', async () => {
      const { here } = open()
      const question = await here.append({ channel: general, message: say('Why?'), key: key() })
      const author = { ref: ada, name: 'Ada' }
      const answer = await here.append({
        channel: general,
        message: say('Because.'),
        under: question.id,
        author,
        onlyFor: ada,
        key: key(),
      })
      expect(question).toEqual({
        sequence: question.sequence,
        id: question.id,
        channel: general,
        message: say('Why?'),
        sentAt: question.sentAt,
        edited: false,
      })
      expect(answer).toMatchObject({ under: question.id, author, onlyFor: ada, message: say('Because.') })
      expect(answer.sequence).toBeGreaterThan(question.sequence)
    })

    test('returns a picture byte for byte', async () => {
      const { here, there } = open()
      const png = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      const message: Message = { summary: 'Board', blocks: [{ kind: 'image', png, name: 'board.png', alt: 'A board' }] }
      const { id } = await here.append({ channel: general, message, key: key() })
      const entry = (await here.since(general, ada, 0, 1000)).find((one) => one.id === id)
      const [block] = entry?.message.blocks ?? []
      expect(block).toEqual({ kind: 'image', picture: expect.any(String), name: 'board.png', alt: 'A board' })
      const picture = block?.kind === 'image' ? block.picture : ''
      expect(await there.picture(picture)).toEqual(png)
      const again = await here.append({ channel: 'playground:W1:pictures', message, key: key() })
      expect(again.message.blocks).toEqual([block])
      expect(await here.picture('0'.repeat(64))).toBeUndefined()
    })

    test('keeps the newest 200 lines of a channel, and removes none of another', async () => {
      const { here, there } = open()
      const channel = 'playground:W1:long'
      await here.append({ channel: 'playground:W1:short', message: say('stays'), key: key() })
      for (let line = 1; line <= 203; line++) await here.append({ channel, message: say(`${line}`), key: key() })
      const lines = (await there.since(channel, ada, 0, 1000)).map(({ message }) => message.summary)
      expect([lines.length, lines[0], lines.at(-1)]).toEqual([200, '4', '203'])
      expect(await here.since('playground:W1:short', ada, 0, 10)).toHaveLength(1)
      const [newest] = await here.since(channel, ada, 0, 1)
      expect(await here.newest(channel)).toBe(newest?.sequence)
      expect(await here.newest('playground:W1:empty')).toBe(0)
    })

    test('stores a message with characters that Postgres refuses', async () => {
      const { here } = open()
      const entry = await here.append({ channel: general, message: say('nul \0, half \ud800'), key: key() })
      expect(entry.message).toEqual(say('nul , half \ufffd'))
    })

    test('adds no message for a key that was used before, even from five processes at the same time', async () => {
      const { here, there } = open()
      const channel = 'playground:W1:keys'
      const entries = await Promise.all(
        [here, there, here, there, here].map((one) => one.append({ channel, message: say('Once'), key: 'same' })),
      )
      expect(new Set(entries.map(({ id }) => id)).size).toBe(1)
      expect(await here.since(channel, ada, 0, 10)).toHaveLength(1)
      const elsewhere = await here.append({ channel: general, message: say('Once'), key: 'same' })
      expect(elsewhere.channel).toBe(general)
    })

    test('shows a private message only to its reader', async () => {
      const { here } = open()
      const channel = 'playground:W1:private'
      await here.append({ channel, message: say('all'), key: key() })
      await here.append({ channel, message: say('ada'), onlyFor: ada, key: key() })
      const read = async (reader: string) =>
        (await here.since(channel, reader, 0, 10)).map((one) => one.message.summary)
      expect(await read(ada)).toEqual(['all', 'ada'])
      expect(await read(grace)).toEqual(['all'])
      expect(await read('everyone')).toEqual(['all', 'ada'])
    })

    test('gives a reader new messages and changes', async () => {
      const { here, there } = open()
      const channel = 'playground:W1:new'
      const first = await here.append({ channel, message: say('one'), key: key() })
      const second = await here.append({ channel, message: say('two'), key: key() })
      const read = async (sequence: number, limit = 10) =>
        (await there.since(channel, ada, sequence, limit)).map((one) => one.message.summary)
      expect(await read(0)).toEqual(['one', 'two'])
      expect(await read(first.sequence)).toEqual(['two'])
      expect(await read(second.sequence)).toEqual([])
      const revised = await there.revise(first.id, say('one!'))
      expect(revised).toMatchObject({ id: first.id, edited: true, message: say('one!') })
      expect(await read(second.sequence)).toEqual(['one!'])
      expect(await read(0)).toEqual(['one!', 'two'])
      expect(await read(0, 1)).toEqual(['two'])
      expect(await here.revise(4_000_000, say('nothing'))).toBeUndefined()
    })

    test('lets a reader continue from the last message without missing one, no matter how many write at the same time', async () => {
      const { here, there } = open()
      const channel = 'playground:W1:busy'
      const seen = new Set<number>()
      let last = 0
      let writing = true
      const reader = (async () => {
        for (let more = true; more; ) {
          more = writing
          for (const entry of await here.since(channel, ada, last, 1000)) {
            seen.add(entry.id)
            last = Math.max(last, entry.sequence)
          }
        }
      })()
      const writes = Array.from({ length: 200 }, (_, number) =>
        (number % 2 === 0 ? here : there).append({ channel, message: say(`${number}`), key: key() }),
      )
      await Promise.all(writes)
      writing = false
      await reader
      expect(seen.size).toBe(200)
    })

    test('notifies a watcher about every channel, no matter which process wrote, until the watch ends', async () => {
      const { here, there } = open()
      const heard: string[] = []
      const end = await here.watch((channel) => heard.push(channel))
      const entry = await there.append({ channel: 'playground:W1:a', message: say('one'), key: key() })
      await here.append({ channel: 'playground:W1:b', message: say('two'), key: key() })
      await vi.waitFor(() => expect(heard).toEqual(['playground:W1:a', 'playground:W1:b']))
      await there.revise(entry.id, say('one!'))
      await vi.waitFor(() => expect(heard).toHaveLength(3))
      await end()
      await there.append({ channel: 'playground:W1:a', message: say('three'), key: key() })
      await sleep(50)
      expect(heard).toHaveLength(3)
    })
  })
}
