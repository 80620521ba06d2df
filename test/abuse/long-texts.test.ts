import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { submits } from '../../src/commands/actions/actions.ts'
import { allCommands } from '../../src/commands/table.ts'
import * as discordSends from '../kit/discord/discord-payloads.ts'
import { signed } from '../kit/discord/discord-request.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import {
  buttonPress,
  directMessage,
  eventCallback,
  mention,
  slashCommand,
  viewSubmission,
} from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'
import { tooLong } from './longest-turn.ts'
import { nastyTexts } from './nasty-texts.ts'

type EntryPoint = [what: string, send: (text: string) => Promise<unknown>]

/** The maximum length of a text in a chat: a Slack message, and anything else. */
const longest = { message: 40_000, other: 8_000 }
/** Only texts up to the maximum length of an answer are read to the end. */
const answer = nastyTexts(1_000)
const message = nastyTexts(longest.message)
const other = nastyTexts(longest.other)

/** Enough people that nobody reaches a rate limit. */
const people = 120

let app: Awaited<ReturnType<typeof wholeApp>>
let sandbox = ''
let cookie = ''
/** The playground limits bytes per hour. */
let hours = 0
let sent = 0

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + hours * 3_600_000) } })
  const { store } = app.app.deps
  const database = new Client({ connectionString: app.databaseUrl })
  await database.connect()
  for (const ref of ['slack:T1', `discord:${discordSends.guild}`]) {
    const { id } = await store.workspaces.recognise({ ref, name: 'Many teams' })
    await database.query(
      "insert into teams (workspace_id, name, name_key) select $1, 'The team of ' || n, 'theteamof' || n from generate_series(1, 600) as n",
      [id],
    )
  }
  await database.end()
  const entered = await fetch(`${app.address}/play`, { redirect: 'manual' })
  cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  sandbox = entered.headers.get('location') ?? ''
  for (let at = 0; at < people; at++) app.slack.world.admins.add(`U${at}`)
  // The first call asks Slack for admins and loads modules.
  for (let at = 0; at < people; at++) await slack(slackSends.command(slashCommand('settings', { user_id: `U${at}` })))
  await slack(slackSends.command(slashCommand('ask')))
  await discord(discordSends.slashCommand('ask'))
  await vi.waitFor(async () => expect((await store.rounds.find(2))?.state).toBe('open'), 15_000)
  for (const [, send] of entryPoints) await send('a')
}, 120_000)
afterAll(() => app.close())

async function send(path: string, request: RequestInit): Promise<void> {
  const response = await fetch(`${app.address}${path}`, { redirect: 'manual', ...request })
  await response.arrayBuffer()
  expect(response.status).toBeLessThan(500)
}

const slack = (request: RequestInit) => send('/slack/events', request)
const discord = (interaction: object) =>
  send(
    '/discord/interactions',
    signed(JSON.stringify(interaction), { at: Math.floor(Date.now() / 1000) + hours * 3600 }),
  )

function someone(): { slack: string; discord: object } {
  sent += 1
  const number = sent % people
  return {
    slack: `U${number}`,
    discord: discordSends.by(String(330_000_000_000_000_100n + BigInt(number)), {
      permissions: discordSends.adminPermissions,
    }),
  }
}

/** Valid words for the options before the tested one. */
const examples: Readonly<Record<string, string>> = {
  time: '09:30',
  zone: 'Europe/Berlin',
  day: 'monday',
  difficulty: 'easy',
  window: 'week',
  group: '<!subteam^S1>',
}
const settings = ['attempts', 'topics', 'skip', 'pin', 'mention', 'zone', 'retention']

/** The words before each option of each command, and before an unknown command. */
const wordsBefore = allCommands.flatMap(({ path, options }) => {
  const names = options.map(({ name }) => examples[name] ?? 'x')
  const before = options.map((_, at) => [...path, ...names.slice(0, at)].join(' '))
  return path[0] === 'settings' ? ['settings', ...settings.map((name) => `settings ${name}`)] : before
})

const slackEntryPoints: EntryPoint[] = [
  ...['', 'help', ...wordsBefore].map(
    (words): EntryPoint => [
      `Slack, /heroku-quiz ${words}`,
      (text) => slack(slackSends.command(slashCommand(`${words} ${text}`, { user_id: someone().slack }))),
    ],
  ),
  ['Slack, a mention', (text) => hear(mention(`<@UBOT> ${text}`, { user: someone().slack }))],
  ['Slack, a mention behind a text', (text) => hear(mention(`${text} <@UBOT> me`, { user: someone().slack }))],
  ['Slack, a direct message', (text) => hear(directMessage(text, { user: someone().slack }))],
  ['Slack, a button', (text) => slack(slackSends.interaction(buttonPress(text, { user: { id: someone().slack } })))],
  ...Object.keys(submits).map(
    (word): EntryPoint => [
      `Slack, the form ${word}`,
      (text) => {
        const memory = { action: `${word}:1`, channel: { ref: 'slack:T1:C1', name: text } }
        const user = { id: someone().slack, name: text }
        const view = { id: 'V1', hash: `${sent}`, private_metadata: JSON.stringify(memory), title: { text } }
        return slack(slackSends.interaction(viewSubmission(view, { text, note: text }, { user })))
      },
    ],
  ),
]

const hear = (event: Record<string, unknown>) => slack(slackSends.event(eventCallback(event)))

const discordEntryPoints: EntryPoint[] = [
  ...allCommands.flatMap(({ path, options }) =>
    options.flatMap(({ name, suggest }): EntryPoint[] => {
      const given = (text: string) => ({
        ...Object.fromEntries(options.map((one) => [one.name, examples[one.name] ?? 'x'])),
        [name]: text,
      })
      const words = path.join(' ')
      return [
        [
          `Discord, /heroku-quiz ${words}, ${name}`,
          (text) => discord(discordSends.slashCommand(words, given(text), someone().discord as never)),
        ],
        ...(suggest
          ? [
              [
                `Discord, ${words}, while typing ${name}`,
                (text) => discord(discordSends.halfTyped(words, given(text), name, someone().discord as never)),
              ] satisfies EntryPoint,
            ]
          : []),
      ]
    }),
  ),
  ['Discord, a button', (text) => discord(discordSends.buttonPress(text, someone().discord as never))],
  ...Object.keys(submits).map(
    (word): EntryPoint => [
      `Discord, the form ${word}`,
      (text) => discord(discordSends.modalSubmit(`${word}:2`, { text, note: text }, someone().discord as never)),
    ],
  ),
  [
    'Discord, the names of a person and of a channel',
    (text) => {
      const { member } = someone().discord as { member: { user: object } }
      const named = { member: { ...member, nick: text, user: { ...member.user, global_name: text } } }
      return discord(discordSends.slashCommand('me', {}, { ...named, channel: { id: '1', name: text, type: 0 } }))
    },
  ],
]

/** Submits a form of a page in the playground, an hour after the previous one. */
async function play(path: string, fields: Record<string, string>): Promise<void> {
  hours += 1
  const headers = { cookie, accept: 'application/json' }
  await send(`${sandbox}/${path}`, { method: 'POST', headers, body: new URLSearchParams(fields) })
}

const webEntryPoints: EntryPoint[] = [
  ['the playground, a line', (text) => play('c/quiz/say', { text })],
  ['the playground, a command', (text) => play('c/quiz/say', { text: `/heroku-quiz ${text.slice(0, 3_900)}` })],
  ['the playground, a button', (text) => play('c/quiz/press', { action: text })],
  ['the playground, a form', (text) => play('c/quiz/submit', { action: 'answer:1', 'value.text': text })],
  ['the playground, a field', (text) => play('c/quiz/submit', { action: 'answer:1', [text]: text, once: text })],
  ['the playground, a name', (text) => play('me', { name: text })],
  ['the playground, a team', (text) => play('team', { verb: 'create', team: text })],
  [
    'the playground, words to complete',
    (text) => {
      hours += 1
      return send(`${sandbox}/c/quiz/complete?${new URLSearchParams({ words: text })}`, { headers: { cookie } })
    },
  ],
  ...['/', '/board/', '/export/', '/play/', '/play/picture/', '/assets/', '/desk/open/', '/desk/changes?before='].map(
    (path): EntryPoint => [
      `the address ${path}…`,
      (text) => send(path + encodeURIComponent(text.toWellFormed()).slice(0, 12_000), {}),
    ],
  ),
  [
    'the query of a board',
    (text) => send(`/board/1.1.x?window=${encodeURIComponent(text.toWellFormed()).slice(0, 12_000)}`, {}),
  ],
  ...['cookie', 'accept', 'x-request-id'].map(
    (name): EntryPoint => [
      `the header ${name}`,
      (text) => send('/play', { headers: { [name]: text.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 12_000) } }),
    ],
  ),
  ['an unsigned body', (text) => send('/slack/events', { method: 'POST', body: text })],
]

const entryPoints = [...slackEntryPoints, ...discordEntryPoints, ...webEntryPoints]

describe('a long text of any kind blocks others for at most 50 ms', () => {
  it.each(entryPoints)(
    '%s',
    async (what, send) => {
      const long = /mention|message|playground|\/heroku-quiz (help)?$/.test(what) ? message : other
      const texts = /answer|practice|playground/.test(what) ? [...answer, ...long] : long
      expect(await tooLong(texts.map(([what, text]) => [what, () => send(text)]))).toEqual([])
    },
    60_000,
  )
})
