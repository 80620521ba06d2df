import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  ada,
  adminPermissions,
  chose as choseOnDiscord,
  grace,
  guild,
  resolvedFile,
} from '../kit/discord/discord-payloads.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import { deskPerson, type Seen } from '../kit/people/desk-person.ts'
import { httpGuest } from '../kit/people/http-guest.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { inSlack, type Running } from '../kit/product/at-the-desk.ts'
import { secrets, wholeApp } from '../kit/product/whole-app.ts'
import { chose } from '../kit/slack/slack-payloads.ts'

let app: Running
/** The addresses where the platforms store files. */
let slackFiles: string
let discordFiles: string
const soon = { timeout: 30_000, interval: 50 }
const bytesOf = (lines: string) => new TextEncoder().encode(lines)
const bread = bytesOf('question,answer\nWhat makes dough rise?,Yeast\nWhy salt?,Taste')

beforeAll(async () => {
  app = await wholeApp({ settings: { PLAYGROUND: 'on' } })
  app.slack.world.admins.add('U1')
  slackFiles = `${new URL(app.slack.apiUrl).origin}/files`
  discordFiles = `${new URL(app.discord.apiUrl).origin}/attachments`
})
afterAll(() => app.close())
beforeEach(async () => {
  const { store } = app.app.deps
  for (const { id: workspace } of await store.workspaces.all()) {
    for (const { id } of await store.imports.list(workspace)) await store.imports.remove(workspace, id)
  }
  app.slack.world.scopes = []
})

const chief = () => inSlack(app, 'U1')
const downloads = () => app.slack.calls.filter(({ method }) => method === 'file')
const taken = async () => (await app.app.deps.store.imports.list(1)).map(({ name }) => name)

/** Adds a file to Slack; returns its description as in a form. */
function uploaded(id: string, bytes: Uint8Array, more: { type?: string; size?: number; url?: string } = {}) {
  const { type, ...about } = { name: `${id}.csv`, size: bytes.length, url: `${slackFiles}/${id}`, ...more }
  const told = { name: about.name, size: about.size, url_private_download: about.url }
  app.slack.world.files.set(id, { about: told, bytes, ...(type === undefined ? {} : { type }) })
  return { id, ...told }
}

/** Submits the form with a file; returns the final text with its links. */
async function brings(file: Record<string, unknown>, pack = '', person = chief()): Promise<string> {
  const form = await chief().opens('import:0')
  await person.sends(form, { file: chose.file(file), format: chose.option('auto'), pack })
  const prompt = person.shown.at(-1) ?? ''
  if (!prompt.includes('One moment')) return prompt
  return vi.waitFor(() => {
    const now = JSON.stringify(app.slack.world.views.get(form))
    if (now.includes('file_input')) throw new Error('nothing came yet')
    return now
  }, soon)
}

/** The report behind the link, after the file was read. */
async function report(shown: string): Promise<Seen> {
  const [link = ''] = /https:\/\/quiz\.test\/desk\/open\/[\w.-]+\?to=\/desk\/imports\/\d+/.exec(shown) ?? []
  const desk = deskPerson(app.address)
  const { path } = await desk.follows(link)
  return vi.waitFor(async () => {
    const now = await desk.opens(path)
    if (now.headers.has('refresh')) throw new Error('still being read')
    return now
  }, soon)
}

describe('a file from another program, uploaded in Slack', () => {
  it('is uploaded in a form, read as on the desk, and the reply has a button for the report', async () => {
    await chief()
      .types('import')
      .catch(() => 'a form came')
    const [asked] = [...app.slack.world.views.values()].slice(-1)
    expect(JSON.stringify(asked)).toContain('"type":"file_input"')
    expect(wordsIn(asked)).toContain('Each becomes a draft with a rubric')
    const shown = await brings(uploaded('F1', bread), 'Bakery')
    expect(shown).toContain('I’m reading F1.csv.')
    const seen = await report(shown)
    expect(seen.text).toContain('2 questions were read, and 2 drafts are waiting.')
    expect(seen.path).toMatch(/^\/desk\/imports\/\d+$/)
    expect(downloads().at(-1)?.token).toBe(secrets.slack)
    const [found] = await app.app.deps.store.imports.list(1)
    expect(found).toMatchObject({ name: 'F1.csv', format: 'csv', pack: 'bakery' })
  })

  it('is requested with a button if somebody mentions the app', async () => {
    await chief().mentions('import')
    await vi.waitFor(
      () => expect(JSON.stringify(app.slack.callsOf('chat.postEphemeral').at(-1))).toContain('"import:0"'),
      soon,
    )
  })

  it('can come from a channel shared with another company, where Slack sends only its id', async () => {
    const { id } = uploaded('F2', bread)
    expect(await report(await brings({ id }))).toMatchObject({ text: expect.stringContaining('2 questions were read') })
  })

  it('can be uploaded only by an admin, and is never fetched for anybody else', async () => {
    expect(await inSlack(app, 'U2').types('import')).toContain('Only admins')
    const before = downloads().length
    expect(await brings(uploaded('F3', bread), '', inSlack(app, 'U2'))).toContain('Only admins')
    expect([downloads().length, await taken()]).toEqual([before, []])
  })

  it('is fetched only from Slack: no other server gets a request or the token', async () => {
    const heard: unknown[] = []
    const server = createServer((request, response) => {
      heard.push(request.headers)
      response.end('question,answer')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as { port: number }
    for (const url of [`http://127.0.0.1:${port}/a.csv`, `http://files.slack.com@127.0.0.1:${port}/a.csv`]) {
      expect(await brings(uploaded('F4', bread, { url }))).toContain('I’m not allowed to read that file.')
    }
    expect([heard, await taken()]).toEqual([[], []])
  })

  it.each<[what: string, file: () => Record<string, unknown>, said: string]>([
    ['is said to be too large', () => uploaded('F5', bread, { size: 10_000_001 }), 'That file is too large.'],
    [
      'is larger than it was said to be',
      () => uploaded('F6', new Uint8Array(10_000_001), { size: 5 }),
      'That file is too large.',
    ],
    ['is a page for signing in', () => uploaded('F7', bread, { type: 'text/html; charset=utf-8' }), '`files:read`'],
    ['is gone', () => ({ id: 'F8' }), 'The file didn’t arrive.'],
    ['is empty', () => uploaded('F9', new Uint8Array()), 'The file is empty'],
    [
      'is nothing that we read',
      () => ({ ...uploaded('F10', bytesOf('hello')), name: 'a.doc' }),
      'what format this file has',
    ],
  ])('is refused with one line if it %s', async (_what, file, said) => {
    expect(wordsIn(JSON.parse(await brings(file())))).toContain(said.replaceAll('`', ''))
    expect(await taken()).toEqual([])
  })

  it('waits for the previous file, and is not fetched until then', async () => {
    const waiting = { name: 'a', format: 'csv' as const, english: true, pack: '', bytes: bread }
    const { imports } = app.app.deps.store
    await imports.add({ ...waiting, workspaceId: 1, playerId: 1, askedAt: new Date(Date.now() + 3_600_000) }, 20)
    const before = downloads().length
    expect(await brings(uploaded('F11', bread))).toContain('Another file is being read right now.')
    expect(downloads().length).toBe(before)
  })

  it('has no form without the permission for files, and the reply explains what is missing and where else to upload it', async () => {
    app.slack.world.scopes = ['chat:write', 'commands']
    const said = await chief().types('import')
    expect(said).toContain('files:read')
    expect(said).toContain('Get a link to the desk')
    expect(await chief().clicks('desk:0')).toContain('Go to the desk')
  })
})

describe('a file from another program, uploaded in Discord', () => {
  const shown: string[] = []
  const access = () => ({ address: app.address, now: () => new Date(), shown })
  const zoe = () => discordPerson(access(), app.discord, ada, 'Zoe', adminPermissions)
  const id = '390000000000000001'

  async function bringsThere(file: { size?: number; url?: string }, person = zoe()): Promise<string> {
    app.discord.world.files.set('/attachments/bread.csv', bread)
    const url = `${discordFiles}/bread.csv`
    const attached = resolvedFile({ id, filename: 'bread.csv', size: bread.length, url, ...file })
    const values = { file: choseOnDiscord.file(id), format: choseOnDiscord.option('csv'), pack: '' }
    const { token } = await person.sends('import:0', values, 1, attached)
    return vi.waitFor(() => {
      const now = JSON.stringify(app.discord.world.replies.get(token)?.body)
      if (!now.includes('content')) throw new Error('nothing came yet')
      return now
    }, soon)
  }

  it('is uploaded in a form, read as on the desk, and the reply has a button for the report', async () => {
    await zoe().types('import')
    expect(shown.at(-1)).toContain('"type":19')
    // The desk asks Discord who is an admin.
    app.discord.world.members = [{ user: { id: ada }, roles: [guild] }]
    app.discord.world.roles = [{ id: guild, permissions: adminPermissions }]
    const seen = await report(await bringsThere({}))
    expect(seen.text).toContain('2 questions were read, and 2 drafts are waiting.')
  })

  it('is fetched only from Discord, within the size limit, and for admins', async () => {
    expect(await bringsThere({ url: 'https://cdn.discordapp.com.evil.test/a.csv' })).toContain(
      'I’m not allowed to read',
    )
    expect(await bringsThere({ size: 10_000_001 })).toContain('That file is too large.')
    expect(await bringsThere({}, discordPerson(access(), app.discord, grace, 'Gus'))).toContain('Only admins')
  })
})

describe('a file from another program, in the playground', () => {
  it('is uploaded on the desk', async () => {
    const guest = await httpGuest(app.address)
    await guest.says('/heroku-quiz import')
    expect(await guest.reads()).toContain('I can’t receive files here, but the desk can, under Import.')
  })
})
