import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChatError } from '../../src/domain/errors.ts'
import type { Place } from '../../src/domain/place.ts'
import type { Chat, ReplyPath } from '../../src/ports/chat.ts'
import type { Message } from '../../src/ports/message.ts'

/** A message as a person sees it, without the platform's escaping. */
export type Seen = {
  text: string
  /** The text of the message that this one is a reply to. */
  under?: string
  /** People whom the message notifies, besides those who read the channel. */
  pings: Place[]
}

export type ChatHarness = {
  chat: Chat
  channel: Place
  otherChannel: Place
  player: Place
  otherPlayer: Place
  /** A channel and a message with valid ids that don't exist. */
  missingChannel: Place
  missingMessage: Place
  /**
   * The messages that this player sees in a channel, oldest first, including private ones, wherever those are shown.
   */
  seen(channel: Place, reader: Place): Promise<Seen[]>
  /** Lets the player do something that gets the reply "being graded"; returns the path for completing that reply. */
  begin(player: Place): Promise<ReplyPath>
  close(): Promise<void>
}

/** Tests that every chat adapter must pass. `open` returns a new, empty platform. */
export function chatContract(platform: string, open: () => Promise<ChatHarness>): void {
  describe(`the chat adapter of ${platform}`, () => {
    let on: ChatHarness

    beforeEach(async () => {
      on = await open()
    })

    afterEach(() => on.close())

    async function texts(channel: Place = on.channel, reader: Place = on.player): Promise<string[]> {
      return (await on.seen(channel, reader)).map(({ text }) => text)
    }

    it('posts for everyone', async () => {
      await on.chat.post(on.channel, says('Question'), 'round-1')
      expect(await texts(on.channel, on.player)).toEqual(['Question'])
      expect(await texts(on.channel, on.otherPlayer)).toEqual(['Question'])
      expect(await texts(on.otherChannel)).toEqual([])
    })

    it('posts once for a key, no matter how often it is called', async () => {
      const first = await on.chat.post(on.channel, says('Question'), 'round-1')
      const again = await on.chat.post(on.channel, says('Question'), 'round-1')
      expect(again).toBe(first)
      expect(await texts()).toEqual(['Question'])
    })

    it('posts once for a key even if several calls come at the same time', async () => {
      const ask = (): Promise<Place> => on.chat.post(on.channel, says('Question'), 'round-1')
      const places = await Promise.all([ask(), ask(), ask()])
      expect(new Set(places).size).toBe(1)
      expect(await texts()).toEqual(['Question'])
    })

    it('keeps keys and channels apart', async () => {
      await on.chat.post(on.channel, says('One'), 'round-1')
      await on.chat.post(on.channel, says('Two'), 'round-2')
      await on.chat.post(on.otherChannel, says('Elsewhere'), 'round-1')
      expect(await texts()).toEqual(['One', 'Two'])
      expect(await texts(on.otherChannel)).toEqual(['Elsewhere'])
    })

    it('replaces a message with another', async () => {
      const posted = await on.chat.post(on.channel, says('Open'), 'round-1')
      await on.chat.update(posted, says('Closed'))
      await on.chat.update(posted, says('Closed'))
      expect(await texts()).toEqual(['Closed'])
    })

    it('replies below a message, once for a key', async () => {
      const posted = await on.chat.post(on.channel, says('Question'), 'round-1')
      const first = await on.chat.reply(posted, says('Reveal'), 'reveal-1')
      const again = await on.chat.reply(posted, says('Reveal'), 'reveal-1')
      expect(again).toBe(first)
      const seen = await on.seen(on.channel, on.otherPlayer)
      expect(seen.map(({ text, under }) => [text, under])).toEqual([
        ['Question', undefined],
        ['Reveal', 'Question'],
      ])
    })

    it('sends one player a message that nobody else sees', async () => {
      await on.chat.tell(on.player, says('Three points'), undefined, 'answer-1')
      await on.chat.tell(on.player, says('Three points'), undefined, 'answer-1')
      expect(await texts(on.channel, on.player)).toEqual(['Three points'])
      expect(await texts(on.channel, on.otherPlayer)).toEqual([])
    })

    it('completes the waiting reply, once for a key', async () => {
      const path = await on.begin(on.player)
      await on.chat.tell(on.player, says('Three points'), path, 'answer-1')
      await on.chat.tell(on.player, says('Three points'), path, 'answer-1')
      expect(await texts(on.channel, on.player)).toEqual(['Three points'])
      expect(await texts(on.channel, on.otherPlayer)).toEqual([])
    })

    it('shows every text as it was typed, and notifies nobody because of it', async () => {
      for (const [index, text] of hostile.entries()) await on.chat.post(on.channel, says(text), `hostile-${index}`)
      const seen = await on.seen(on.channel, on.player)
      expect(seen).toEqual(hostile.map((text) => ({ text, pings: [] })))
    })

    it('notifies the people it mentions', async () => {
      const message: Message = {
        summary: 'Hello',
        blocks: [{ kind: 'text', text: ['Hello ', { mention: on.player }] }],
      }
      await on.chat.post(on.channel, message, 'hello')
      const [seen] = await on.seen(on.channel, on.otherPlayer)
      expect(seen?.pings).toEqual([on.player])
    })

    it('reports when a channel or a message is gone', async () => {
      await expect(on.chat.post(on.missingChannel, says('Question'), 'round-1')).rejects.toSatisfy(isGone)
      await expect(on.chat.update(on.missingMessage, says('Closed'))).rejects.toSatisfy(isGone)
    })
  })
}

/** Markup of every platform, mentions, links, and characters that change the reading direction. */
const hostile = [
  '<script>alert(1)</script> & "quotes" \'single\'',
  '<b onmouseover=alert(1)>bold?</b>',
  '*bold* _italic_ ~gone~ `code` ```block```',
  '**bold** __under__ ||hidden|| > quote # heading - item',
  '@everyone @here <!channel> <!here> <@U1> <@123> <@&123> <#C1>',
  '[text](https://example.com) <https://example.com|here>',
  '&lt;b&gt; &amp;amp; &#39;',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627',
]

function says(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] }
}

function isGone(error: unknown): boolean {
  return error instanceof ChatError && error.code === 'gone'
}
