import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import type { Visit } from '../../src/ports/desk/desk.ts'
import type { Store } from '../../src/ports/store/store.ts'
import type { Deps } from '../../src/services/deps.ts'
import { removeImport } from '../../src/services/imports/discard-drafts.ts'
import { decideSuggestion } from '../../src/services/packs/decide-suggestion.ts'
import { sharePack, unsharePack } from '../../src/services/packs/share-pack.ts'
import { takePack } from '../../src/services/packs/take-pack.ts'
import { aPlayer, aQuestion, aWorkspace } from '../contracts/store/scene.ts'
import { createDatabase, type TestDatabase } from '../kit/servers/postgres.ts'

let database: TestDatabase
let store: Store
let client: Client
/** A separate connection, because a transaction sees the list of connections as at its first query. */
let watcher: Client

beforeAll(async () => {
  database = await createDatabase()
  store = openStore({ url: database.url, poolSize: 6, onError: () => {} })
  client = new Client({ connectionString: database.url })
  await client.connect()
  watcher = new Client({ connectionString: database.url })
  await watcher.connect()
})
afterAll(async () => {
  await store.close()
  await client.end()
  await watcher.end()
  await database.drop()
})

const at = new Date('2026-03-02T10:00:00Z')
const deps = () => ({ store, clock: { now: () => at } })

async function aVisit(): Promise<Visit> {
  const workspace = await aWorkspace(store)
  const player = await aPlayer(store, workspace)
  return { workspace, player, session: { id: 1, workspaceId: workspace.id, playerId: player.id, askedAt: at } }
}

/** Creates a workspace with a pack and a link to it, and a visitor from another workspace. */
async function aLink() {
  const [giver, taker] = [await aVisit(), await aVisit()]
  const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }
  const pack = await store.packs.save(giver.workspace.id, 'runbook', details)
  await store.packs.put(pack, [aQuestion('a')], 'keep')
  const key = { workspaceId: giver.workspace.id, packId: pack.id, playerId: giver.player.id, sharedAt: at }
  const share = await store.packShares.add(key, { most: 5, since: new Date(0) })
  return { giver, taker, pack, share: share?.id ?? 0 }
}

type Link = Awaited<ReturnType<typeof aLink>>

const makes = ({ giver }: Link) => sharePack(deps(), giver, 'runbook')
const takesBack = ({ giver, share }: Link) => unsharePack(deps(), giver, { pack: 'runbook', share })
const takes = ({ taker, share }: Link) => takePack(deps(), taker, share, 'copy')

async function waitForLock(count: number): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await watcher.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    expect(rows).toHaveLength(count)
  })
}

/** Removes a workspace during another action, which waits for the lock on the pack's row or the link's row. */
async function removedDuring(
  table: 'packs' | 'pack_shares' | 'suggestions' | 'imports',
  id: number,
  { workspace }: Visit,
  press: () => Promise<unknown>,
) {
  await client.query('begin')
  await client.query(`select from ${table} where id = $1 for update`, [id])
  const pressed = press()
  pressed.catch(() => {})
  await waitForLock(1)
  const removed = store.workspaces.remove(workspace.ref)
  removed.catch(() => {})
  await waitForLock(2)
  await client.query('commit')
  return Promise.allSettled([pressed, removed])
}

describe('a workspace is removed, without a deadlock, while somebody', () => {
  it('makes a link to one of its packs', async () => {
    const link = await aLink()
    const done = await removedDuring('packs', link.pack.id, link.giver, () => makes(link))
    expect(done).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    expect(await store.workspaces.findByRef(link.giver.workspace.ref)).toBeUndefined()
  })

  it('withdraws a link to one of its packs', async () => {
    const link = await aLink()
    const done = await removedDuring('pack_shares', link.share, link.giver, () => takesBack(link))
    expect(done).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    expect(await store.workspaces.findByRef(link.giver.workspace.ref)).toBeUndefined()
  })

  it('decides about a suggestion', async () => {
    const visit = await aVisit()
    const { workspace, player } = visit
    const typed = { prompt: 'What is a dyno?', answer: 'A container.', suggestedAt: at }
    const most = { ofPlayer: 5, ofWorkspace: 5 }
    const suggested = await store.suggestions.add({ ...typed, workspaceId: workspace.id, playerId: player.id }, most)
    const id = suggested?.id ?? 0
    const quiet = { ...deps(), queue: { add: async () => {} }, log: { info() {}, warn() {}, error() {} } }
    const decides = () => decideSuggestion(quiet as unknown as Deps, visit, { id, state: 'declined', note: '' })
    const done = await removedDuring('suggestions', id, visit, decides)
    expect(done).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    expect(await store.workspaces.findByRef(workspace.ref)).toBeUndefined()
  })

  it('removes an import', async () => {
    const visit = await aVisit()
    const { workspace, player } = visit
    const file = { name: 'a.csv', format: 'csv', english: true, pack: '', bytes: new Uint8Array([1]) } as const
    const added = await store.imports.add({ ...file, workspaceId: workspace.id, playerId: player.id, askedAt: at }, 5)
    const id = Number(added)
    const done = await removedDuring('imports', id, visit, () => removeImport(deps(), visit, id))
    expect(done).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    expect(await store.workspaces.findByRef(workspace.ref)).toBeUndefined()
  })

  it.each(['giver', 'taker'] as const)('copies a pack, and it is the %s’s', async (whose) => {
    const link = await aLink()
    const done = await removedDuring('pack_shares', link.share, link[whose], () => takes(link))
    expect(done).toMatchObject([{ status: 'fulfilled', value: 'copy' }, { status: 'fulfilled' }])
    expect(await store.workspaces.findByRef(link[whose].workspace.ref)).toBeUndefined()
    const left = await store.packs.list(link.taker.workspace.id)
    expect(left.map(({ name }) => name)).toEqual(whose === 'giver' ? ['copy'] : [])
  })
})

describe('somebody who is a moment too late, while the workspace is being removed,', () => {
  /** Starts the action before the removal is committed. */
  async function pressesLate({ workspace }: Visit, press: () => Promise<unknown>): Promise<unknown> {
    let pressed: Promise<unknown> | undefined
    await store.transaction(async (tables) => {
      await tables.workspaces.remove(workspace.ref)
      pressed = press()
      pressed.catch(() => {})
      await waitForLock(1)
    })
    return pressed
  }

  it('sees that the pack is unknown when they make or withdraw a link', async () => {
    const [one, other] = [await aLink(), await aLink()]
    await expect(pressesLate(one.giver, () => makes(one))).rejects.toMatchObject({ code: 'pack-unknown' })
    await expect(pressesLate(other.giver, () => takesBack(other))).rejects.toMatchObject({ code: 'pack-unknown' })
  })

  it.each(['giver', 'taker'] as const)('sees that the link was used when it is the %s’s', async (whose) => {
    const link = await aLink()
    await expect(pressesLate(link[whose], () => takes(link))).rejects.toMatchObject({ code: 'share-used' })
  })
})

it('two workspaces copy each other’s packs at the same moment', async () => {
  const [one, other] = [await aLink(), await aLink()]
  const took = [takes({ ...one, taker: other.giver }), takes({ ...other, taker: one.giver })]
  expect(await Promise.all(took)).toEqual(['copy', 'copy'])
})
