import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePack } from '../../src/services/packs/take-pack.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type DeskPerson, deskPerson, type Seen } from '../kit/people/desk-person.ts'
import { type Running, signedIn, signedInElsewhere } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let giver: DeskPerson
let receiver: DeskPerson
/** The clock moves with each step, because requests are limited and links expire. */
let ahead = 0
const dayMs = 24 * 60 * 60_000

const page = '/desk/studio/pack/runbook'
const details = {
  language: 'de',
  forgivesSpelling: false,
  synonyms: { daily: ['once a day'] },
  titles: { dynos: 'Dynos' },
}

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
  giver = await signedIn(app)
  receiver = await signedInElsewhere(app)
  const { packs } = app.app.deps.store
  const pack = await packs.save(1, 'runbook', details)
  const examples = [{ answer: 'Secret of the giver', verdict: 'correct' as const }]
  const [a, b, c] = ['a', 'b', 'c'].map((id) => aQuestion(id))
  if (!a || !b || !c) throw new Error('no questions')
  await packs.put(pack, [{ ...a, question: { ...a.question, examples } }, b, c], 'keep')
  await packs.put(pack, [{ ...a, question: { ...a.question, examples, prompt: 'What now?' } }], 'keep')
  await packs.retire(pack, ['c'], true)
})
afterAll(() => app.close())

const newest = (html: string) => [...html.matchAll(/\/desk\/studio\/shared\/[\w.-]+/g)].map(([path]) => path)[0] ?? ''

async function aLink(): Promise<string> {
  ahead += 20_000
  await giver.opens(page)
  const seen = await giver.sends(`${page}/shares`, { do: 'make' })
  expect(seen.text).toContain('The link is below.')
  return newest(seen.html)
}

async function opens(link: string, person = receiver): Promise<Seen> {
  ahead += 5_000
  return person.opens(link)
}

const packsOf = (workspace: number) => app.app.deps.store.packs.list(workspace)
const elsewhere = async () => (await app.app.deps.store.workspaces.findByRef('slack:T2'))?.id ?? 0

describe('a pack that is shared with another workspace', () => {
  it('shows only its name, size and language before it is copied', async () => {
    const seen = await opens(await aLink())
    expect([seen.status, seen.text]).toEqual([200, expect.stringContaining('The pack runbook 2 questions in German.')])
    expect(seen.html).not.toMatch(/What now|Secret|Acme|name-of-u1/)
    expect(seen.text).toContain('take a copy into Elsewhere T2')
  })

  it('is copied completely into the other workspace, with separate versions, and both workspaces list the change', async () => {
    const link = await aLink()
    await opens(link)
    const done = await receiver.sends(link, { name: 'Their-Book' })
    expect([done.path.split('?')[0], done.text]).toEqual([
      '/desk/studio/pack/their-book',
      expect.stringContaining('The pack is yours now.'),
    ])
    const { packs } = app.app.deps.store
    const copy = await packs.find(await elsewhere(), 'their-book')
    const mine = await packs.find(1, 'runbook')
    if (!copy || !mine) throw new Error('no pack')
    expect(copy).toMatchObject({ ...details, questions: 2, retired: 0 })
    const [copied, original] = [await packs.questions(copy), await packs.questions(mine)]
    expect(copied.map(({ question, synonyms }) => ({ question, synonyms }))).toEqual(
      original.flatMap(({ question, synonyms, retired }) => (retired ? [] : [{ question, synonyms }])),
    )
    expect(copied.map(({ version }) => version)).toEqual(['v1', 'v1'])
    await packs.retire(copy, ['a'], true)
    expect((await packs.find(1, 'runbook'))?.questions).toBe(2)
    ahead += 5_000
    expect((await receiver.opens('/desk/changes')).text).toContain(
      'took a copy of another workspace’s pack, as their-book',
    )
    const theirs = (await giver.opens('/desk/changes')).text
    expect(theirs).toContain('name-of-u1 shared the pack runbook: another workspace took a copy with their link')
    expect(theirs).not.toContain('Elsewhere')
    expect((await giver.opens(page)).text).toMatch(/Used .* Make a link/)
  })

  it('is copied once per link, no matter how many people press the button, and the page shows this afterwards', async () => {
    const link = await aLink()
    const third = await signedInElsewhere(app, 'T3', 'U8')
    await opens(link, third)
    await opens(link)
    const pressed = await Promise.all([receiver.sends(link, { name: 'twice' }), third.sends(link, { name: 'twice' })])
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([200, 410])
    const again = await opens(link)
    expect([again.status, again.text]).toEqual([410, expect.stringContaining('It has already been used')])
  })

  it('is not copied if its name is taken, and the link still works', async () => {
    const link = await aLink()
    await opens(link)
    const refused = await receiver.sends(link, { name: 'their-book' })
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('There’s already a pack “their-book”'),
    ])
    expect((await receiver.sends(link, { name: 'two words' })).text).toContain('can’t be the name of a pack')
    expect((await receiver.sends(link, { name: 'third' })).status).toBe(200)
  })

  it('is not copied if the workspace would exceed its limits, and the link still works', async () => {
    const id = await elsewhere()
    const { packs } = app.app.deps.store
    const link = await aLink()
    const before = (await packsOf(id)).length
    for (let number = before; number < 20; number++) await packs.save(id, `filler-${number}`, details)
    await opens(link)
    const full = await receiver.sends(link, { name: 'one-too-many' })
    expect([full.status, full.text]).toEqual([422, expect.stringContaining('A workspace can have 20 packs.')])
    for (const pack of await packsOf(id)) if (pack.name.startsWith('filler')) await packs.remove(pack)
    const large = await packs.save(id, 'large', details)
    await packs.put(
      large,
      Array.from({ length: 1996 }, (_, at) => aQuestion(`q-${at}`)),
      'keep',
    )
    const more = await receiver.sends(link, { name: 'one-too-many' })
    expect(more.text).toMatch(/A workspace can have 2000 questions of its own, and this would make 200\d/)
    await packs.remove(large)
    ahead += 5_000
    expect((await receiver.sends(link, { name: 'fits' })).status).toBe(200)
  })

  it('can’t be copied into its own workspace', async () => {
    const link = await aLink()
    const seen = await opens(link, giver)
    expect(seen.text).toContain('This pack is one of your own.')
    expect((await giver.sends(link, { name: 'mine' })).status).toBe(422)
  })

  it('can’t be copied with a link that was withdrawn, expired or guessed, or whose pack or workspace was deleted', async () => {
    const [back, guessed] = [await aLink(), await aLink()]
    const seen = await giver.opens(page)
    const row = seen.html.split('<article').find((one) => one.includes(back)) ?? ''
    const share = /name="share" value="(\d+)"/.exec(row)?.[1] ?? ''
    await opens(page.replace('runbook', 'third'))
    ahead += 5_000
    expect((await receiver.sends('/desk/studio/pack/third/shares', { do: 'back', share })).status).toBe(422)
    expect((await receiver.sends(`${page}/shares`, { do: 'make' })).status).toBe(404)
    expect((await opens(back)).status).toBe(200)
    ahead += 5_000
    await giver.opens(page)
    expect((await giver.sends(`${page}/shares`, { do: 'back', share })).text).toContain('Removed.')
    expect((await opens(back)).status).toBe(410)
    expect((await receiver.sends(back, { name: 'gone' })).status).toBe(410)

    const [id = ''] = guessed.split('/').at(-1)?.split('.') ?? []
    for (const token of [
      guessed.slice(0, -1),
      guessed.replace(`/${id}.`, `/${Number(id) + 1}.`),
      `/desk/studio/shared/${id}`,
    ]) {
      expect([token, (await opens(token)).status]).toEqual([token, 404])
    }
    const other = app.app.deps.links.desk({ id: Number(id) }) ?? ''
    expect((await opens(`/desk/studio/shared/${other.split('/').at(-1)}`)).status).toBe(404)

    ahead += 7 * dayMs
    receiver = await signedInElsewhere(app)
    giver = await signedIn(app)
    expect((await opens(guessed)).status).toBe(410)
    expect((await receiver.sends(guessed, { name: 'late' })).status).toBe(410)

    const last = await aLink()
    const { store } = app.app.deps
    const pack = await store.packs.find(1, 'runbook')
    if (!pack) throw new Error('no pack')
    await store.packs.remove(pack)
    expect((await opens(last)).status).toBe(410)
    const gone = await store.workspaces.recognise({ ref: 'slack:T4', name: 'Going' })
    const { id: playerId } = await store.players.recognise(gone.id, { ref: 'slack:T4:U1', name: 'Ada' })
    const theirs = await store.packs.save(gone.id, 'runbook', details)
    const key = { workspaceId: gone.id, packId: theirs.id, playerId, sharedAt: new Date(Date.now() + ahead) }
    const made = await store.packShares.add(key, { most: 9, since: new Date(0) })
    const { pathname } = new URL(app.app.deps.links.pack({ id: made?.id ?? 0 }) ?? '')
    expect((await opens(pathname)).status).toBe(200)
    await store.workspaces.remove('slack:T4')
    expect((await opens(pathname)).status).toBe(410)
  })
})

describe('a link to a pack doesn’t work', () => {
  it('for a stranger, for somebody who is no longer an admin, or for a form from another site', async () => {
    const { packs } = app.app.deps.store
    const pack = await packs.save(1, 'runbook', details)
    await packs.put(pack, [aQuestion('a')], 'keep')
    const link = await aLink()
    const stranger = deskPerson(app.address)
    expect((await stranger.opens(link)).status).toBe(401)
    expect((await stranger.sends(link, { name: 'x' })).status).toBe(401)
    const count = (await packsOf(await elsewhere())).length
    await opens(link)
    for (const [fields, headers] of [
      [{ name: 'x', token: '' }, {}],
      [{ name: 'x', token: 'x'.repeat(43) }, {}],
      [{ name: 'x' }, { origin: 'https://evil.test' }],
      [{ name: 'x' }, { 'sec-fetch-site': 'cross-site' }],
    ] as const) {
      expect([fields, headers, (await receiver.sends(link, fields, headers)).status]).toEqual([fields, headers, 403])
    }
    app.slack.world.admins.delete('U9')
    ahead += 61_000
    expect((await receiver.sends(link, { name: 'x' })).status).toBe(403)
    expect((await receiver.opens(link)).status).toBe(401)
    expect(await packsOf(await elsewhere())).toHaveLength(count)
    expect(app.logged.join('')).not.toContain(link.split('/').at(-1))
  })

  it('if the pack already has twenty unused links', async () => {
    giver = await signedIn(app)
    const { packs, packShares } = app.app.deps.store
    const pack = await packs.find(1, 'runbook')
    const waiting = pack ? await packShares.list(pack, new Date(0)) : []
    for (let number = waiting.length; number < 20; number++) await aLink()
    ahead += 20_000
    const full = await giver.sends(`${page}/shares`, { do: 'make' })
    expect([full.status, full.text]).toEqual([422, expect.stringContaining('This pack already has 20 unused links.')])
  })

  it('if it would make the packs of a playground sandbox too large', async () => {
    const { deps } = app.app
    const { packs, packShares, players, workspaces } = deps.store
    const workspace = await workspaces.recognise({ ref: `playground:${'s'.repeat(22)}`, name: 'Sandbox' })
    const player = await players.recognise(workspace.id, { ref: `${workspace.ref}:visitor`, name: 'Visitor' })
    const session = { id: 1, workspaceId: workspace.id, playerId: player.id, askedAt: new Date() }
    const visit = { session, workspace, player }
    const offer = async (name: string, questions: number) => {
      const pack = await packs.save(1, name, details)
      await packs.put(
        pack,
        Array.from({ length: questions }, (_, at) => aQuestion(`q-${at}`)),
        'keep',
      )
      const key = { workspaceId: 1, packId: pack.id, playerId: 1, sharedAt: deps.clock.now() }
      const share = await packShares.add(key, { most: 20, since: new Date(0) })
      return takePack(deps, visit, share?.id ?? 0, name)
    }
    expect(await offer('small', 20)).toBe('small')
    // Each pack is small enough, but both together aren't.
    expect([await offer('first', 850), await offer('second', 850)]).toEqual(['first', 'second'])
    await expect(offer('third', 850)).rejects.toMatchObject({ code: 'packs-large', facts: { most: 1 } })
    expect((await packs.list(workspace.id)).map(({ name }) => name)).toEqual(['first', 'second', 'small'])
  })
})
