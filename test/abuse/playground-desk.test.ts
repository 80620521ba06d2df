import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Place, placeOf } from '../../src/domain/place.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type DeskPerson, deskPerson, type Seen } from '../kit/people/desk-person.ts'
import { httpGuest } from '../kit/people/http-guest.ts'
import { linksIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let visitor: DeskPerson
let sandbox: Place
let ahead = 0

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
  ;[visitor, sandbox] = await enters()
})
afterAll(() => app.close())

async function enters(): Promise<[person: DeskPerson, sandbox: Place]> {
  const guest = await httpGuest(app.address)
  await guest.says('/heroku-quiz desk')
  const person = deskPerson(app.address)
  const [link = ''] = linksIn(await guest.reads())
  await person.follows(link)
  return [person, placeOf('playground', guest.path.split('/').at(-1) ?? '')]
}

/** Saves how a pack's answers are read, with the settings as the page shows them now. */
async function savesReading(person: DeskPerson, pack: string, fields: Record<string, string>): Promise<Seen> {
  const page = `/desk/studio/pack/${pack}`
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await person.opens(page)).html) ?? []
  return person.sends(`${page}/reading`, { ...fields, seen })
}

it('a stranger can’t fill the database with questions: the desk of a sandbox has the same limits as the sandbox', async () => {
  const rubric = 'points:\n  - { id: a, label: a, says: [apple] }\n  - { id: b, label: b, says: [pear] }\n'
  const wrong = Array.from({ length: 150 }, () => `wrong: ${randomBytes(250).toString('hex')}`)
  const sorted = ['right: apple pear', 'right: pear, apple', 'right: an apple and a pear']
  const half = ['half: apple', 'half: an apple', 'half: the apple']
  const answers = [...sorted, ...half, ...wrong].join('\n')
  const before = await app.app.deps.store.sandboxes.bytes()
  const statuses: number[] = []
  for (let number = 0; number < 10; number++) {
    ahead += 1000
    const prompt = `Which fruit is number ${number}?`
    const draft = { prompt, answer: 'apple and pear', pack: 'fruit', topic: 'fruit', do: 'publish', rubric, answers }
    const { status, text } = await visitor.sends('/desk/studio', draft)
    statuses.push(status)
    if (status === 429) expect(text).toContain('That’s a lot for one hour')
  }
  expect(statuses[0]).toBe(200)
  expect(statuses.slice(4)).toEqual([429, 429, 429, 429, 429, 429])
  // Stored packs also count toward the playground's share of the disk.
  expect((await app.app.deps.store.sandboxes.bytes()) - before).toBeGreaterThan(70_000)
}, 60_000)

it('a stranger can’t fill the database with files to import: files count against the same limits', async () => {
  const { html } = await visitor.opens('/desk')
  const body = new FormData()
  body.set('token', /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '')
  body.set('file', new Blob([`question,answer\n${'Why?,Because of it\n'.repeat(30_000)}`]), 'quiz.csv')
  const path = app.routes.find((route) => route.method === 'POST' && route.path.startsWith('/desk/import'))?.path ?? ''
  const { status } = await fetch(app.address + path, { method: 'POST', headers: { cookie: visitor.cookie() }, body })
  expect([path !== '', status]).toEqual([true, 429])
})

it('a stranger can’t fill the database with tiny forms that change every question of a pack', async () => {
  // The limit for the address is per hour.
  ahead += 2 * 60 * 60_000
  const [other, ref] = await enters()
  const { packs, sandboxes, workspaces } = app.app.deps.store
  const workspaceId = (await workspaces.findByRef(ref))?.id ?? 0
  const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }
  const before = await sandboxes.bytes()
  const pack = await packs.save(workspaceId, 'fruit', details)
  const explain = () => randomBytes(4_000).toString('hex')
  const all = Array.from({ length: 25 }, (_, number) => aQuestion(`q-${number}`))
  const long = all.map((one) => ({ ...one, question: { ...one.question, explanation: explain() } }))
  await packs.put(pack, long, 'keep')
  const sends = async (more: Record<string, string>) => {
    ahead += 5_000
    return savesReading(other, 'fruit', { language: 'en', sets: '', ...more })
  }
  const statuses: number[] = []
  for (let press = 0; press < 12; press++) {
    const { status, text } = await sends({ spelling: press % 2 === 0 ? 'exact' : 'forgiven' })
    statuses.push(status)
    if (status !== 200) expect(text).toContain('would take up more than 1 MB')
  }
  expect([statuses[0], ...statuses.slice(-4)]).toEqual([200, 422, 422, 422, 422])
  expect((await sandboxes.bytes()) - before).toBeLessThan(1_000_000)
}, 60_000)

it('a stranger can’t fill the database with words that are copied into every question of a pack', async () => {
  const [other, ref] = await enters()
  const { packs, sandboxes, workspaces } = app.app.deps.store
  const workspaceId = (await workspaces.findByRef(ref))?.id ?? 0
  const details = { language: 'de', forgivesSpelling: true, synonyms: {}, titles: {} }
  const pack = await packs.save(workspaceId, 'obst', details)
  const all = Array.from({ length: 200 }, (_, number) => ({ ...aQuestion(`q-${number}`), synonyms: {} }))
  await packs.put(pack, all, 'keep')
  const before = await packs.bytes(workspaceId)
  const words = Array.from({ length: 200 }, () => `x${randomBytes(15).toString('hex')}`)
  ahead += 5_000
  const form = { language: 'de', spelling: 'forgiven', sets: `denials: [${words.join(', ')}]` }
  const { status, text } = await savesReading(other, 'obst', form)
  expect([status, text]).toEqual([422, expect.stringContaining('would take up more than 1 MB')])
  expect(await packs.bytes(workspaceId)).toBe(before)
  // Unused sets of a pack count too.
  const stored = await sandboxes.bytes()
  await packs.save(workspaceId, 'obst', { ...details, synonyms: { unused: words } })
  expect((await sandboxes.bytes()) - stored).toBeGreaterThan(5_000)
}, 60_000)

it('a stranger can’t hide past questions from everybody else', async () => {
  const { store } = app.app.deps
  const workspace = await store.workspaces.findByRef(sandbox)
  const [channel] = await store.channels.inWorkspace(workspace?.id ?? 0)
  const pinned = (await store.questions.current()).map(({ id }) => id)
  await store.channels.change(channel?.id ?? 0, { settings: { pinned } })
  const secret = await store.questions.secretSomewhere()
  expect(secret).toEqual([])
})
