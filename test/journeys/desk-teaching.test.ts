import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { regrade } from '../../src/services/answers/regrade.ts'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { askOneOff, inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
const soon = { timeout: 20_000, interval: 50 }
const path = '/desk/rulings/teach'

beforeAll(async () => {
  app = await wholeApp()
  desk = await signedIn(app)
})
afterAll(() => app.close())

async function answered(user: string, text: string): Promise<number> {
  const { store } = app.app.deps
  await inSlack(app, user).types(`answer ${text}`)
  const mine = async () => (await store.items.latest(1)).find((one) => one.text === text)?.answerId ?? 0
  await expect.poll(mine, soon).toBeGreaterThan(0)
  return mine()
}

const verdictOf = async (id: number) => (await app.app.deps.store.grades.newest(id))?.verdict
const form = (answer: number, says: string, more = {}) => ({
  ...{ answer: String(answer), point: 'temporary', says, seen: '0', do: 'try' },
  ...more,
})

let first = 0
let round = 0

describe('teaching the grader a wording', () => {
  it('has nothing to show at first', async () => {
    expect((await desk.opens('/desk/rulings/taught')).text).toContain('Nothing yet.')
  })

  it('begins with a proposal that lists the answers it would change', async () => {
    round = await askOneOff(app)
    await answered('U2', 'It evaporates afterwards')
    await answered('U3', 'it always evaporates soon afterwards, good for migrations')
    first = await answered('U4', 'It evaporates afterwards, fit for a migration')
    const inbox = await desk.opens('/desk/rulings')
    expect(inbox.html).toContain(`${path}?answer=${first}`)
    const { text, html } = await desk.opens(`${path}?answer=${first}`)
    expect(html).toContain('evaporates ... afterwards</textarea>')
    expect(text).toContain('This answer would be right instead of half right.')
    expect(text).toContain('it always evaporates soon afterwards, good for migrations half right right 1 person')
    expect(text).toMatch(/Compared with 3 different answers from this workspace and \d+ labeled examples?\./)
    expect(html).toContain('value="add"')
  })

  it('refuses a pattern that would accept a wrong example, and shows the example', async () => {
    const seen = await desk.sends(path, form(first, 'goes on'))
    expect(seen.text).toContain('A dyno that goes on and on wrong half right example, labeled wrong must not pass')
    expect(seen.html).not.toContain('value="add"')
    const forced = await desk.sends(path, form(first, 'goes on', { do: 'add' }))
    expect([forced.status, forced.text]).toEqual([422, expect.stringContaining('must not pass')])
  })

  it('refuses a pattern that would accept a rejected wording', async () => {
    const { html } = await desk.opens('/desk/rulings')
    const card = html.split('<article').find((one) => one.includes('It evaporates afterwards</bdi>')) ?? ''
    const [, box = '', revision = ''] = /name="(wording-\d+)" value="(\d+)"/.exec(card) ?? []
    await desk.sends('/desk/rulings', { mark: 'as-graded', [box]: revision })
    const refused = await desk.sends(path, form(first, 'evaporates ... afterwards', { do: 'add' }))
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('must not pass')])
    await desk.sends('/desk/rulings', { from: 'decided', mark: 'half', [box]: '1' })
  })

  it('names the line and column of a pattern that can’t be read', async () => {
    const seen = await desk.sends(path, form(first, 'evaporate\n(goes|stops', { do: 'add' }))
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Line 2, column 12: expected ")"')
    expect(seen.html).toContain('aria-invalid="true"')
    expect(seen.html).toContain('(goes|stops</textarea>')
  })

  it('applies to this workspace from the next round on, and not before', async () => {
    const seen = await desk.sends(path, form(first, 'evaporates', { do: 'add' }))
    expect([seen.status, seen.path]).toEqual([200, expect.stringContaining('/desk/rulings/taught')])
    expect(seen.text).toContain('Added. It applies from the next time')
    expect(seen.text).toContain('last changed by name-of-u1')
    const old = await answered('U5', 'evaporates quickly, for migrations')
    expect(await verdictOf(old)).toBe('partial')
    round = await askOneOff(app)
    const next = await answered('U6', 'evaporates slowly, for migrations')
    expect(await verdictOf(next)).toBe('correct')
    expect(await app.app.deps.store.boards.differences(1)).toEqual([])
    const { text } = await desk.opens('/desk/changes')
    expect(text).toContain('taught the grader “evaporates”')
  })

  it('is not overwritten from an older page', async () => {
    const late = await desk.sends(path, form(first, 'vanishes', { do: 'add' }))
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('Somebody else changed')])
  })

  it('survives a release of the question, and an operator’s regrade uses it', async () => {
    const { store } = app.app.deps
    const found = await store.questions.newest('one-off')
    if (!found) throw new Error('the bank was not loaded')
    const question = { ...found.question, explanation: 'Told anew.' }
    await store.questions.load([{ ...found, version: 'newer', question }])
    round = await askOneOff(app)
    const next = await answered('U7', 'evaporates at last, for migrations')
    expect([(await store.rounds.find(round))?.questionVersion, await verdictOf(next)]).toEqual(['newer', 'correct'])
    const changed = await regrade(app.app.deps, 'one-off', { rehearse: true })
    expect(changed?.map(({ after }) => after)).not.toContain(0.5)
    expect(changed?.find(({ answerId }) => answerId === next)).toBeUndefined()
  })

  it('is left out if a release has a wrong example that it would accept', async () => {
    const { store } = app.app.deps
    const found = await store.questions.newest('one-off')
    if (!found) throw new Error('the bank was not loaded')
    const examples = [...found.question.examples, { answer: 'your database evaporates', verdict: 'incorrect' as const }]
    await store.questions.load([{ ...found, version: 'newest', question: { ...found.question, examples } }])
    round = await askOneOff(app)
    const next = await answered('U8', 'evaporates in the end, for migrations')
    expect(await verdictOf(next)).toBe('partial')
    expect((await desk.opens('/desk/rulings/taught')).text).toContain('no longer fits the question')
    await store.questions.load([found])
  })

  it('can be removed', async () => {
    const way = { question: 'one-off', point: 'temporary', pattern: 'evaporates' }
    expect((await desk.sends('/desk/rulings/taught', { ...way, seen: '7' })).status).toBe(422)
    const seen = await desk.sends('/desk/rulings/taught', { ...way, seen: '1' })
    expect(seen.html).not.toContain('<code>')
    // What was ruled on and graded right still counts.
    expect(seen.text).toMatch(/Compared with \d settled answers?: \d right, 1 half right, 0 wrong\./)
    round = await askOneOff(app)
    expect(await verdictOf(await answered('U9', 'evaporates after all, for migrations'))).toBe('partial')
  })

  it('never shows an answer of another workspace', async () => {
    expect((await desk.opens(`${path}?answer=99999`)).status).toBe(404)
    expect((await desk.opens(path)).status).toBe(404)
  })
})
