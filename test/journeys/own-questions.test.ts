import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPack } from '../../src/services/packs/load-pack.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person

const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }

function own(id: string, topic: string, says: string) {
  const { question } = aQuestion(id, 'v1', topic)
  const rubric = { points: [{ id: 'it', label: `It is ${says}`, says: [says] }] }
  const bare = { hint: '', explanation: '', sources: [], asOf: '', facts: [] }
  return { question: { ...question, ...bare, rubric, answer: `The ${says}.` }, synonyms: {} }
}

const runbook = [own('who-is-called', 'on-call', 'duty phone'), own('where-logged', 'on-call', 'logbook')]

async function load(workspace: string, name: string, questions = runbook): Promise<void> {
  const { id } = await world.store.workspaces.recognise({ ref: workspace, name: workspace })
  await loadPack(world.deps, { workspaceId: id, name, details, questions })
}

beforeAll(async () => {
  world = await habitWorld('2026-03-02T08:00:00Z', [aQuestion('dyno-restart'), aQuestion('dyno-sleep')])
  admin = world.person('Admin', { admin: true })
  await admin.types('settings attempts 2')
  await load('slack:T1', 'Runbook')
  await load('slack:T2', 'secrets', [own('launch-code', 'vault', 'zero')])
})
afterAll(() => world.close())

describe('a workspace’s own questions', () => {
  it('are asked only in channels that an admin chose', async () => {
    expect(await admin.types('settings list')).toContain(
      'packs built-in · where questions come from: any of built-in, runbook',
    )
    expect(await admin.types('topics')).not.toContain('on-call')
    expect(await admin.types('settings packs runbok')).toContain('There’s no pack “runbok”. Did you mean runbook?')
    expect(await admin.types('settings packs secrets')).toContain('There’s no pack “secrets”.')
    expect(await admin.types('settings packs none')).toContain('A channel needs at least one pack.')
    expect(await world.person('Ann').types('settings packs runbook')).toContain('Only admins')
    expect(await admin.types('settings packs runbook')).toContain(
      'packs built-in → runbook · where questions come from',
    )
    expect(await admin.types('topics')).toContain('on-call')
    expect(await admin.types('topics')).not.toContain('dynos')
    expect(await admin.types('topics', 'elsewhere')).toContain('dynos')
  })

  it('take turns with the built-in questions in a channel that has both', async () => {
    await admin.types('settings packs built-in runbook', 'both')
    await admin.types('schedule set 09:00 UTC', 'both')
    await world.passUntil('2026-03-06T10:00:00Z')
    const topics = world.channel('both').filter((text) => text.includes('What about'))
    const kinds = topics.slice(0, 4).map((text) => /on.call/.test(text))
    expect(kinds).toEqual([kinds[0], !kinds[0], kinds[0], !kinds[0]])
    await admin.types('schedule off', 'both')
    // An open question isn't asked in another channel.
    await world.passUntil('2026-03-07T10:00:00Z')
  })

  it('are posted, graded, disputed and revealed like any other', async () => {
    await admin.types('settings pin who-is-called')
    expect(await admin.types('settings list')).toContain('pin who-is-called')
    await admin.types('schedule set 11:00 UTC')
    expect(await admin.types('schedule next')).toContain('who-is-called (on-call')
    await world.passUntil('2026-03-09T11:00:00Z')
    const posted = world.channel().at(-1) ?? ''
    expect(posted).toContain('What about who-is-called?')
    expect(posted).toContain('[Answer')
    expect(posted).not.toContain('[Hint')
    const [ann, ben] = [world.person('Ann'), world.person('Ben')]
    expect(await ann.types('hint')).toBe('This question has no hint.')
    await ann.types('answer you ring the duty phnoe')
    await ben.types('answer the logbook')
    const told = world.chat.said.filter(({ how }) => how === 'tell').map(({ text }) => text)
    expect(told.find((text) => text.includes('That’s right'))).toContain('(I read “phnoe” as “phone”.)')
    expect(told.find((text) => text.includes('Not yet'))).toBeDefined()
    expect(await ann.types('leaderboard week players')).toMatch(/1.*Ann/)
    const dispute = /\[Dispute: (dispute:\d+)\]/.exec(told.find((text) => text.includes('Not yet')) ?? '')
    expect(dispute).not.toBeNull()
    await world.passUntil('2026-03-10T11:00:05Z', 600_000)
    const reveal = world.chat.said.filter(({ how }) => how === 'reply').at(-1)?.text ?? ''
    expect(reveal).toContain('The duty phone.')
    expect(reveal).not.toContain('Read more')
  })

  it('are practiced in channels that ask them, never while they are open, and never by strangers', async () => {
    const eve = world.person('Eve')
    const shown = await eve.types('practice')
    expect(shown).toContain('Practice')
    expect(shown).toContain('What about who-is-called?')
    const stranger = world.person('Zoe', { workspace: 'slack:T2', admin: true })
    expect(await stranger.types('settings packs runbook')).toContain('There’s no pack “runbook”.')
    expect(await stranger.types('settings packs all')).toContain('built-in secrets')
    for (let turn = 0; turn < 6; turn++) expect(await stranger.types('practice')).not.toContain('who-is-called')
  })

  it('are limited, with a friendly message, and are stored completely or not at all', async () => {
    const many = Array.from({ length: 2001 }, (_, number) => own(`q-${number}`, 'many', 'logbook'))
    await expect(load('slack:T3', 'big', many)).rejects.toMatchObject({ code: 'questions-full' })
    const { id } = await world.store.workspaces.recognise({ ref: 'slack:T3', name: 'Three' })
    expect(await world.store.packs.list(id)).toEqual([])
    for (let pack = 1; pack <= 20; pack++) await load('slack:T3', `pack-${pack}`, [])
    await expect(load('slack:T3', 'one-more', [])).rejects.toMatchObject({ code: 'packs-full' })
    await expect(load('slack:T3', 'built-in', [])).rejects.toMatchObject({ code: 'pack-name-bad' })
    await expect(load('slack:T3', 'two words', [])).rejects.toMatchObject({ code: 'pack-name-bad' })
  })

  it('don’t accept misspellings if their pack requires exact spelling', async () => {
    const { id } = await world.store.workspaces.recognise({ ref: 'slack:T4', name: 'Four' })
    await loadPack(world.deps, {
      ...{ workspaceId: id, name: 'exact', questions: runbook },
      details: { ...details, forgivesSpelling: false },
    })
    const chief = world.person('Chief', { workspace: 'slack:T4', admin: true })
    await chief.types('settings packs exact', 'strict')
    await chief.types('settings pin who-is-called', 'strict')
    await chief.types('schedule set 12:00 UTC', 'strict')
    await world.passUntil('2026-03-10T12:30:00Z')
    const before = world.chat.said.length
    await chief.types('answer the duty phnoe', 'strict')
    expect(
      world.chat.said
        .slice(before)
        .map(({ text }) => text)
        .join(),
    ).toContain('Not yet')
    await chief.types('answer the duty phones', 'strict')
    expect(
      world.chat.said
        .slice(before)
        .map(({ text }) => text)
        .join(),
    ).toContain('That’s right')
  })
})
