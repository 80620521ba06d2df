import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderMessage as onDiscord } from '../../src/adapters/discord/render/render.ts'
import { renderMessage as inPlayground } from '../../src/adapters/playground/pages/render.ts'
import { renderMessage as onSlack } from '../../src/adapters/slack/render/render.ts'
import { weekPicture } from '../../src/messages/week-picture.ts'
import type { Chat } from '../../src/ports/chat.ts'
import type { ChatEvent } from '../../src/ports/chat-event.ts'
import type { Message } from '../../src/ports/message.ts'
import { createGrader } from '../../src/services/answers/create-grader.ts'
import { tellGrade } from '../../src/services/answers/tell-grade.ts'
import { postWeeklyNow } from '../../src/services/boards/post-weekly.ts'
import { viewWeek } from '../../src/services/boards/view-week.ts'
import type { Deps } from '../../src/services/deps.ts'
import { closeRound } from '../../src/services/rounds/close-round.ts'
import { revealRound } from '../../src/services/rounds/reveal-round.ts'
import { violations as discordRefuses } from '../kit/discord/discord-limits.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { violations as slackRefuses } from '../kit/slack/slack-limits.ts'

const hostile: [what: string, words: string][] = [
  ['everybody on Discord', 'Ada @everyone @here'],
  ['a person, a role and a channel on Discord', 'Ada <@1234> <@!1234> <@&1234> <#1234>'],
  ['everybody on Slack', 'Ada <!channel> <!here|here> <!everyone>'],
  ['a person, a group and a channel on Slack', 'Ada <@U1> <!subteam^S1> <#C1|x>'],
  ['an address', 'Ada https://evil.example/x'],
  ['a link as Slack writes it', 'Ada <https://evil.example|safe>'],
  ['a link as Markdown writes it', 'Ada [safe](https://evil.example)'],
  ['a link to a script', 'Ada [x](javascript:alert(1))'],
  ['a script', 'Ada <script>alert(1)</script>'],
  ['a picture with a handler', 'Ada <img src=x onerror=alert(1)>'],
  ['the end of an attribute', `Ada "><b onclick='alert(1)'>`],
  ['entities', 'Ada &lt;script&gt; &amp; &#60;'],
  ['styles', 'Ada *a* _b_ ~c~ `d` **e** __f__ ||g||'],
  ['the end of a block of code', 'Ada ``` @everyone <!channel>'],
  ['lines that would be headings and lists', 'Ada\n# one\n> two\n- three'],
  ['control characters', 'Ada \0\u0007\u001b[31m\u009b\u007f Lovelace'],
  ['the other reading direction', 'Ada \u202egnp.exe\u202c \u2066x\u2069 \u202bY'],
  ['a Discord emoji and a time', 'Ada <:x:1234> <t:1700000000:R> </me:1>'],
  ['half a letter', 'Ada \ud83d Lovelace'],
  ['a wall of letters', 'Ada '.repeat(60)],
]

let app: Awaited<ReturnType<typeof wholeApp>>
let deps: Deps
let said: Message[]
let count = 0

beforeAll(async () => {
  app = await wholeApp()
  deps = app.app.deps
  // The test runs each job itself.
  deps.queue.add = async () => {}
})
afterAll(() => app.close())

/** A chat that records what it is sent. */
const recordingChat: Chat = {
  post: async (channel, message) => hear(message, `${channel}:1`),
  update: async (_, message) => void hear(message, ''),
  reply: async (posted, message) => hear(message, posted),
  tell: async (_player, message) => void hear(message, ''),
  repliesInThread: () => true,
  startThread: async () => {},
  restMs: () => 0,
  join: async () => {},
  groupMembers: async () => [],
  presenceIn: async () => new Map(),
}

function hear<T>(message: Message, answer: T): T {
  said.push(message)
  return answer
}

describe.each(hostile)('%s', (_, words) => {
  let page: string
  let picture: string

  beforeAll(async () => {
    said = []
    count += 1
    ;({ page, picture } = await live(`slack:T${count}`, words))
  })

  it('is plain text on Slack', () => {
    for (const message of said) {
      const rendered = onSlack(message)
      expect(slackRefuses('chat.postMessage', { ...rendered })).toEqual([])
      expect(textsIn(rendered).filter(({ text }) => unseen.test(text))).toEqual([])
      for (const { text } of textsIn(rendered).filter(({ holder }) => holder.type === 'mrkdwn' || 'blocks' in holder)) {
        const marks = [...text.matchAll(/<[^>]*>?/g)].map(([mark]) => mark)
        expect(marks.filter((mark) => !ours.test(mark))).toEqual([])
      }
    }
  })

  it('is plain text on Discord', () => {
    for (const message of said) {
      const { body } = onDiscord(message)
      expect(discordRefuses('a message', body)).toEqual([])
      expect(body.allowed_mentions).toEqual({ parse: [], users: [], roles: [], replied_user: false })
      expect(textsIn(body).filter(({ text }) => unseen.test(text))).toEqual([])
      // Descriptions of files and pictures aren't Markdown.
      for (const { text } of textsIn(body).filter(({ holder }) => !('filename' in holder || 'media' in holder))) {
        const marks = [...outsideCode(text).matchAll(/(?<!\\)(?:<\S*|@everyone|@here|\[[^\]]*\]\(\S*|\w+:\/\/\S*)/g)]
        expect(marks.map(([mark]) => mark).filter((mark) => !ours.test(mark.replace(/^\[.*\]\(/, '')))).toEqual([])
      }
    }
  })

  it('is plain text in the playground and on the board page', () => {
    const rendering = { pressPath: '/press', once: 'x', nameOf: () => words }
    for (const markup of [...said.map((message) => inPlayground(message, rendering).toString()), page]) {
      expect(markup).not.toMatch(unseen)
      const rest = markup.replace(/<!doctype html>/i, '').replace(tag, '')
      expect(rest).not.toContain('<')
      for (const [, name, attributes = ''] of markup.matchAll(tag)) {
        expect(name).not.toMatch(/^(script|b)$/i)
        for (const [, attribute = '', value = ''] of attributes.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)) {
          expect(attribute).not.toMatch(/^on/i)
          if (['href', 'src', 'action'].includes(attribute) && !value.startsWith('data:image/png;')) {
            expect(value).not.toMatch(/evil|javascript|^x$/i)
          }
        }
      }
    }
  })

  it('is plain text in the weekly picture', () => {
    expect(picture).not.toMatch(/<(script|img|image|a|b|use|foreignObject)\b/i)
    expect(picture).not.toMatch(unseen)
    expect(picture).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i)
  })
})

/** Control characters, and characters that change the reading direction. */
const unseen = /[\u202a-\u202e\u2066-\u2069]|(?![\n\t\r])\p{Cc}/u

const ours = /^<?https:\/\/(quiz\.test|devcenter\.heroku\.com|github\.com\/heroku-quiz)\//

const tag = /<\/?([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"<]*")?)*)\s*\/?>/gi

/** In a code block on Discord, only its end has a meaning. */
function outsideCode(text: string): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
}

type Shown = { text: string; holder: Record<string, unknown> }

function textsIn(value: unknown): Shown[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Shown['holder']
  return Object.entries(holder).flatMap(([name, inner]) => {
    if (typeof inner !== 'string') return textsIn(inner)
    return ['text', 'content', 'description', 'label', 'alt_text'].includes(name) ? [{ text: inner, holder }] : []
  })
}

/** Lets a person with this name play in a team with this name, answer with it, dispute, and reach the week's board. */
async function live(ref: string, words: string): Promise<{ page: string; picture: string }> {
  const { store } = deps
  const withChat = { ...deps, chat: recordingChat }
  const send = async (doing: object, admin = false): Promise<void> => {
    const event = {
      ...doing,
      id: `${ref} ${said.length} ${JSON.stringify(doing)}`,
      workspace: { ref, name: words },
      channel: { ref: `${ref}:C1`, name: words },
      player: { ref: `${ref}:U${admin ? 2 : 1}`, name: words, isAdmin: async () => admin },
    } as ChatEvent
    const reply = await app.app.handleEvent(event)
    if ('message' in reply) said.push(reply.message)
  }
  const types = (typed: string, admin = false) => send({ kind: 'command', words: typed }, admin)

  await types(words)
  await types(`team create ${words}`)
  await types(`team create ${words.slice(0, 20)}`)
  await types('team create Plain')
  await types(`team join ${words}`)
  await types('team list')
  await types(`ask ${words}`)
  await types(`settings topics ${words}`, true)
  await types(`schedule set 09:30 ${words}`, true)
  const roundId = await openRound(ref)
  await send({ kind: 'submit', action: `answer:${roundId}`, values: { text: `${words} it is temporary` } })
  const player = await store.players.recognise((await store.workspaces.recognise({ ref, name: words })).id, {
    ref: `${ref}:U1`,
    name: words,
  })
  const [mine] = await store.answers.ofPlayer(roundId, player.id)
  if (!mine) throw new Error('the answer was not taken')
  await createGrader(withChat)(mine.answer.id)
  await tellGrade(withChat, mine.answer.id)
  await send({ kind: 'submit', action: `dispute:${mine.answer.id}`, values: { reason: words.slice(0, 300) } })
  await types('disputes', true)
  for (const typed of ['me', 'leaderboard week players', 'leaderboard week teams']) await types(typed)
  await closeRound(withChat, roundId)
  await revealRound(withChat, roundId)

  const workspace = await store.workspaces.recognise({ ref, name: words })
  const channel = await store.channels.recognise(workspace.id, { ref: `${ref}:C1`, name: words })
  await postWeeklyNow(withChat, { workspace, channel })
  const today = new Date().toISOString().slice(0, 10)
  const { svg } = weekPicture(await viewWeek(deps, workspace, today))
  const link = deps.links.board(workspace)?.replace('https://quiz.test', app.address) ?? ''
  const response = await fetch(`${link}?by=players`, { headers: { accept: 'text/html' } })
  expect(response.status).toBe(200)
  expect(JSON.stringify(said)).toContain('Ada')
  return { page: await response.text(), picture: svg }
}

async function openRound(ref: string): Promise<number> {
  const { store } = deps
  const workspace = await store.workspaces.recognise({ ref, name: '' })
  const channel = await store.channels.recognise(workspace.id, { ref: `${ref}:C1`, name: '' })
  const [question] = await deps.bank.current({ workspaceId: 0, packs: ['built-in'] })
  const round = await store.rounds.create({
    ...{ workspaceId: workspace.id, channelId: channel.id, kind: 'scheduled', attempts: 2 },
    ...{ questionId: question?.id ?? '', questionVersion: question?.version ?? '' },
    ...{ createdAt: new Date(), localDate: new Date().toISOString().slice(0, 10) },
  })
  await store.rounds.change(round?.id ?? 0, { state: 'open', posted: `${ref}:C1:1.2`, openedAt: new Date() })
  return round?.id ?? 0
}
