import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskPerson, Seen } from '../kit/people/desk-person.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { askOneOff, inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
const soon = { timeout: 10_000, interval: 50 }

beforeAll(async () => {
  app = await wholeApp()
  desk = await signedIn(app)
})
afterAll(() => app.close())

async function answers(user: string, text: string): Promise<void> {
  await inSlack(app, user).types(`answer ${text}`)
}

/** The points that players of a round earned with their tries, in order of time. */
async function earned(roundId: number): Promise<number[]> {
  const { best, waiting } = await app.app.deps.store.answers.ofRound(roundId)
  expect(waiting).toBe(0)
  return best.map(({ points }) => points)
}

function boxes(seen: Seen, text: string): Record<string, string> {
  const card = seen.html.split('<article').find((one) => one.includes(text)) ?? ''
  const found = [...card.matchAll(/name="(wording-\d+)" value="(\d+)"/g)]
  return Object.fromEntries(found.map(([, name = '', revision = '']) => [name, revision]))
}

const differences = () => app.app.deps.store.boards.differences(1)
const told = (user: string, words: string) =>
  JSON.stringify([inSlack(app, user).whispers(), app.slack.calls.map(({ args }) => wordsIn(args))]).split(words)
    .length - 1

let round = 0

describe('a ruling on a wording that many people used', () => {
  it('shows them as one group, with the ideas that were found', async () => {
    round = await askOneOff(app)
    for (const user of ['U2', 'U3', 'U4']) await answers(user, 'It evaporates afterwards')
    await answers('U5', 'it evaporates afterwards!')
    await answers('U6', 'temporary, for migrations')
    await answers('U7', 'Nobody knows')
    await expect.poll(async () => (await app.app.deps.store.answers.ofRound(round)).best.length, soon).toBe(6)
    await expect.poll(() => earned(round), soon).toEqual([0, 0, 0, 0, 10, 0])
    const { text } = await desk.opens('/desk/rulings')
    expect(text).toContain('4 people wrote this')
    expect(text).toContain('it evaporates afterwards!')
    expect(text).not.toContain('temporary, for migrations ')
    expect((await desk.opens('/desk')).text).toContain('2 groups of answers are waiting')
  })

  it('grades all of them again with one press, updates the boards, and notifies each of them once', async () => {
    const seen = await desk.sends('/desk/rulings', {
      mark: 'right',
      ...boxes(await desk.opens('/desk/rulings'), 'evaporates'),
    })
    expect(seen.text).toContain('4 answers were graded again')
    expect(seen.text).not.toContain('evaporates')
    expect(await earned(round)).toEqual([10, 10, 10, 10, 10, 0])
    expect(await differences()).toEqual([])
    await expect.poll(() => told('U2', 'Good news'), soon).toBeGreaterThan(0)
    const { text } = await desk.opens('/desk/changes')
    expect(text).toContain('ruled that 1 wording counts as right')
  })

  it('grades the same words in the same way from now on, immediately and in later rounds', async () => {
    await answers('U8', '“It evaporates  afterwards”')
    await expect.poll(async () => (await earned(round)).at(-1), soon).toBe(10)
    const later = await askOneOff(app)
    await answers('U9', 'it evaporates afterwards')
    await expect.poll(async () => (await app.app.deps.store.answers.ofRound(later)).best.length, soon).toBe(1)
    await expect.poll(() => earned(later), soon).toEqual([10])
    round = later
    expect(await differences()).toEqual([])
  })

  it('recounts every try, so a later one never earns extra points', async () => {
    await answers('U10', 'It is a toaster')
    await expect.poll(async () => (await app.app.deps.store.answers.ofRound(round)).best.length, soon).toBe(2)
    await answers('U10', 'temporary, for migrations')
    await expect.poll(() => earned(round), soon).toEqual([10, 5])
    const seen = await desk.sends('/desk/rulings', {
      mark: 'right',
      ...boxes(await desk.opens('/desk/rulings'), 'toaster'),
    })
    expect(seen.text).toContain('2 answers were graded again, later tries included')
    expect(await earned(round)).toEqual([10, 10])
    await expect.poll(() => told('U10', 'That’s 5 points more for you.'), soon).toBeGreaterThan(0)
    expect(await differences()).toEqual([])
  })

  it('can be changed, which removes the points it gave', async () => {
    const decided = await desk.opens('/desk/rulings/decided')
    expect(decided.text).toContain('counts as right')
    await desk.sends('/desk/rulings', { from: 'decided', mark: 'half', ...boxes(decided, 'toaster') })
    expect(await earned(round)).toEqual([10, 8])
    await expect.poll(() => told('U10', 'That’s 2 points fewer than before.'), soon).toBeGreaterThan(0)
    const again = await desk.opens('/desk/rulings/decided')
    await desk.sends('/desk/rulings', { from: 'decided', mark: 'as-graded', ...boxes(again, 'toaster') })
    expect(await earned(round)).toEqual([10, 5])
    await expect.poll(() => told('U10', 'That’s 3 points fewer than before.'), soon).toBeGreaterThan(0)
    expect(await differences()).toEqual([])
  })
})

describe('a dispute', () => {
  it('is decided by the ruling on its words, and its player gets the result with the note', async () => {
    await answers('U11', 'It vaporises')
    await expect.poll(async () => (await app.app.deps.store.answers.ofRound(round)).best.length, soon).toBe(3)
    const page = { since: new Date(0), answers: 1, limit: 1 }
    const [row] = (await app.app.deps.store.rulings.nearMisses(1, page)).misses
    await app.app.deps.store.disputes.open({
      ...{ workspaceId: 1, answerId: row?.answerId ?? 0, playerId: row?.players[0] ?? 0, openedAt: new Date() },
      reason: 'Vapor is <i>gone</i>',
    })
    const seen = await desk.opens('/desk/rulings')
    expect(seen.text).toContain('1 dispute')
    expect(seen.html).toContain('Why they disputed: <q><bdi>Vapor is &lt;i&gt;gone&lt;/i&gt;</bdi></q>')
    await desk.sends('/desk/rulings', { mark: 'right', note: 'Well put', ...boxes(seen, 'vaporises') })
    expect(await app.app.deps.store.disputes.list(1, 'open', 10)).toEqual([])
    await expect.poll(() => told('U11', 'Well put'), soon).toBeGreaterThan(0)
    expect(await earned(round)).toEqual([10, 5, 10])
  })
})

describe('the rulings that are refused', () => {
  it('include one that gives more than the question’s author gave to the same words', async () => {
    const asked = await app.app.deps.store.rounds.find(round)
    if (!asked) throw new Error('there is no round')
    const { question } = await app.app.deps.bank.find(asked)
    const wrong = question.examples.find(({ verdict }) => verdict === 'incorrect')?.answer ?? ''
    expect(wrong).not.toBe('')
    await answers('U12', wrong)
    await expect.poll(async () => (await app.app.deps.store.answers.ofRound(round)).best.length, soon).toBe(4)
    for (const mark of ['right', 'half']) {
      const seen = await desk.sends('/desk/rulings', { mark, ...boxes(await desk.opens('/desk/rulings'), wrong) })
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('author')])
    }
    expect((await earned(round)).at(-1)).toBe(0)
  })

  it('include one without a wording, and one on wordings of another workspace', async () => {
    expect((await desk.sends('/desk/rulings', { mark: 'right' })).status).toBe(422)
    const { store } = app.app.deps
    const other = await store.workspaces.recognise({ ref: 'slack:T2', name: 'Other' })
    const channel = await store.channels.recognise(other.id, { ref: 'slack:T2:C1', name: 'c' })
    const player = await store.players.recognise(other.id, { ref: 'slack:T2:U1', name: 'MarkerOfOthers' })
    const known = await store.rounds.find(round)
    const foreign = await store.rounds.create({
      ...{ workspaceId: other.id, channelId: channel.id, kind: 'extra', localDate: '2026-01-01', attempts: 2 },
      ...{ questionId: known?.questionId ?? '', questionVersion: known?.questionVersion ?? '', createdAt: new Date() },
    })
    const received = await store.answers.receive({
      ...{ roundId: foreign?.id ?? 0, playerId: player.id, attempt: 1, text: 'MarkerOfOthers vaporises' },
      ...{ eventId: 'e', receivedAt: new Date(), fingerprint: 'f' },
    })
    const seen = await desk.sends('/desk/rulings', { mark: 'right', [`wording-${received?.answer.id}`]: '0' })
    expect(seen.status).toBe(422)
    expect(seen.text).not.toContain('MarkerOfOthers')
    expect(await store.rulings.ofQuestions(other.id, ['one-off'])).toEqual([])
  })

  it('include the later of two admins’ decisions, and the page shows the first decision', async () => {
    const other = await signedIn(app, 'U20')
    const [mine, theirs] = [await desk.opens('/desk/rulings'), await other.opens('/desk/rulings')]
    const both = await Promise.all([
      desk.sends('/desk/rulings', { mark: 'right', ...boxes(mine, 'Nobody knows') }),
      other.sends('/desk/rulings', { mark: 'as-graded', ...boxes(theirs, 'Nobody knows') }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422])
    expect(both.find(({ status }) => status === 422)?.text).toContain('Somebody else changed')
    const rulings = await app.app.deps.store.rulings.ofQuestions(1, ['one-off'])
    expect(rulings.filter(({ mark }) => mark !== 'half').length).toBe(rulings.length)
    expect(await differences()).toEqual([])
  })
})

describe('a decision of an admin about their own answer', () => {
  it('counts, and the desk shows everybody that it was about their own answer', async () => {
    await answers('U1', 'It dissolves')
    await expect.poll(async () => (await desk.opens('/desk/rulings')).text, soon).toContain('It dissolves')
    const own = boxes(await desk.opens('/desk/rulings'), 'It dissolves')
    await desk.sends('/desk/rulings', { mark: 'right', ...own })
    expect((await desk.opens('/desk/changes')).text).toContain('1 answer graded again, including their own')
  })

  it('stays without their name after they are forgotten', async () => {
    expect((await desk.opens('/desk/rulings/decided')).text).toContain('decided by name-of-u1')
    const other = await signedIn(app, 'U20')
    const { store } = app.app.deps
    const admin = await store.players.findByRef('slack:T1:U1')
    await store.players.forget(admin?.id ?? 0, 'a fingerprint')
    const seen = await other.opens('/desk/rulings/decided')
    expect(seen.text).toContain('counts as right decided by somebody')
    expect(seen.text).not.toContain('name-of-u1')
    expect((await store.rulings.ofQuestions(1, ['one-off'])).length).toBeGreaterThan(3)
  })
})
