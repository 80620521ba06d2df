import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { seenText } from '../kit/people/seen-text.ts'
import { type QuizWorld, quizWorld } from '../kit/product/quiz-world.ts'

let world: QuizWorld

beforeAll(async () => {
  world = await quizWorld()
})
afterAll(() => world.close())

describe('practice', () => {
  it('asks one person, grades immediately, and gives no points', async () => {
    const ann = await world.arrive()
    await ann.types('practice')
    const card = await seenText(ann, '# Practice')
    expect(card).toContain('What is a one-off dyno')
    const [, answer = ''] = /\[Answer: (practice:\d+)\]/.exec(card) ?? []
    expect(await ann.presses(answer)).toMatchObject({ kind: 'form' })
    await ann.sends(answer, { text: 'something temporary' })
    const told = await seenText(ann, 'Partly right.')
    expect(told).toContain('Found: “temporary”')
    expect(told).toContain('It is for admin tasks such as migrations')
    expect(told).toContain('> A temporary dyno for admin tasks.')
    await ann.types('me')
    expect(await seenText(ann, 'All time')).toContain('All time: no points yet')
  })

  it('isn’t visible to anybody else', async () => {
    const [ben, eve] = [await world.arrive(), await world.arrive()]
    await ben.types('practice')
    const [, answer = ''] = /\[Answer: (practice:\d+)\]/.exec(await seenText(ben, '# Practice')) ?? []
    await eve.sends(answer, { text: 'temporary' })
    await seenText(eve, 'can’t find that question')
  })
})

describe('privacy', () => {
  it('exports everything that is stored, through a signed link', async () => {
    const cid = await world.arrive()
    await cid.types('ask')
    await seenText(cid, '[Answer: answer:1]')
    await cid.sends('answer:1', { text: 'It is temporary, says Cid' })
    await seenText(cid, 'Partly right')
    await cid.types('privacy export')
    await seenText(cid, 'This link downloads everything')
    const store = openStore({ url: world.config.databaseUrl, poolSize: 1, onError: () => {} })
    const { id } = await store.players.recognise(1, { ref: cid.visitor.ref, name: '' })
    await store.close()
    const url = world.app.deps.links.playerExport({ id, exportLinks: 0 })
    const path = new URL(url ?? '').pathname
    const exported = await cid.visitor.get(path)
    expect(exported.statusCode).toBe(200)
    expect((await cid.visitor.get(path)).statusCode).toBe(410)
    expect(exported.headers['content-disposition']).toContain('attachment')
    expect(exported.body).toContain('It is temporary, says Cid')
    expect((await cid.visitor.get(path.replace(/\/\d+/, (part) => `${part}1`))).statusCode).toBe(404)
  })

  it('erases a person’s data after a second confirmation, and keeps the totals without a name', async () => {
    const dot = await world.arrive()
    await dot.sends('answer:1', { text: 'temporary, for migrations' })
    await seenText(dot, 'That’s right')
    await dot.types('privacy forget')
    await seenText(dot, '[Forget me: privacy-forget:0]')
    await dot.presses('privacy-forget:0')
    await seenText(dot, 'I’ve forgotten you')
    await dot.sends('answer:1', { text: 'short-lived, for a migration' })
    expect(await seenText(dot, 'before your data was deleted')).toContain('The next question is open to you.')
    const other = await world.arrive()
    await other.types('leaderboard players')
    const board = await seenText(other, 'Players, this week')
    expect(board).toContain('1. Somebody 10')
    expect(board).not.toContain(dot.visitor.name)
  })
})
