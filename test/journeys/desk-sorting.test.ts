import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskPerson, Seen } from '../kit/people/desk-person.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { askOneOff, inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
let round = 0
const soon = { timeout: 10_000, interval: 50 }
const path = '/desk/rulings/sort'

beforeAll(async () => {
  app = await wholeApp()
  desk = await signedIn(app)
})
afterAll(() => app.close())

/** Answers the open question, and returns the answer’s id once it is graded. */
async function answers(user: string, text: string): Promise<number> {
  await inSlack(app, user).types(`answer ${text}`)
  const { store } = app.app.deps
  const mine = async () => (await store.items.latest(1)).find((one) => one.text === text)?.answerId ?? 0
  await expect.poll(mine, soon).toBeGreaterThan(0)
  return mine()
}

async function earned(): Promise<number[]> {
  return (await app.app.deps.store.answers.ofRound(round)).best.map(({ points }) => points)
}

/** The marks that are chosen on a page, by field. */
function chosen({ html }: Seen): Record<string, string> {
  const found = [...html.matchAll(/name="(sort-\d+)" value="(\w+)" checked/g)]
  return Object.fromEntries(found.map(([, name = '', mark = '']) => [name, mark]))
}

/** All fields of the form, with some marks changed. */
function form(seen: Seen, answer: number, changed: Record<number, string> = {}): Record<string, string> {
  const seenFields = [...seen.html.matchAll(/name="(seen-\d+)" value="(\d+)"/g)]
  return {
    answer: String(answer),
    ...Object.fromEntries(seenFields.map(([, name = '', revision = '']) => [name, revision])),
    ...chosen(seen),
    ...Object.fromEntries(Object.entries(changed).map(([id, mark]) => [`sort-${id}`, mark])),
  }
}

const told = (user: string, words: string) =>
  JSON.stringify([inSlack(app, user).whispers(), app.slack.calls.map(({ args }) => wordsIn(args))]).split(words)
    .length - 1

let [rightly, wrongly, other] = [0, 0, 0]

describe('sorting the answers to a question', () => {
  it('shows all of them with what they were graded, right ones too', async () => {
    round = await askOneOff(app)
    rightly = await answers('U2', 'temporary, for migrations')
    wrongly = await answers('U3', 'It evaporates afterwards')
    other = await answers('U4', 'It is a toaster')
    expect(await earned()).toEqual([10, 0, 0])
    const inbox = await desk.opens('/desk/rulings')
    expect(inbox.text).not.toContain('temporary, for migrations')
    expect(inbox.html).toContain(`${path}?answer=${wrongly}`)
    const seen = await desk.opens(`${path}?answer=${wrongly}`)
    expect(seen.text).toContain('temporary, for migrations 1 person wrote this · graded right')
    expect(chosen(seen)).toEqual({
      [`sort-${rightly}`]: 'correct',
      [`sort-${wrongly}`]: 'incorrect',
      [`sort-${other}`]: 'incorrect',
    })
  })

  it('gives points for a better mark, and takes none for a lower one', async () => {
    const seen = await desk.opens(`${path}?answer=${wrongly}`)
    const saved = await desk.sends(path, form(seen, wrongly, { [wrongly]: 'correct', [rightly]: 'partial' }))
    expect([saved.path, saved.text]).toEqual([
      '/desk/rulings?said=sorted&n=1',
      expect.stringContaining('1 answer was graded again'),
    ])
    expect(await earned()).toEqual([10, 10, 0])
    await expect.poll(() => told('U3', 'Good news'), soon).toBeGreaterThan(0)
    expect(told('U2', 'An admin looked at your answer again')).toBe(0)
    expect(await app.app.deps.store.boards.differences(1)).toEqual([])
  })

  it('decides about all of them, so nothing is left to sort', async () => {
    expect((await desk.opens('/desk/rulings')).text).toContain('Nothing is waiting')
    expect((await desk.opens(`${path}?answer=${other}`)).text).toContain('has been decided')
    const { text } = await desk.opens('/desk/rulings/decided')
    expect(text).toContain(
      'temporary, for migrations stays as graded an example of a half right answer for grading new ones',
    )
    expect(text).toContain('It is a toaster stays as graded an example of a wrong answer for grading new ones')
    expect((await desk.opens('/desk/changes')).text).toContain('sorted 3 wordings (1 answer graded again)')
  })

  it('decides disputes, and sends the note', async () => {
    round = await askOneOff(app)
    const [accepted, rejected] = [await answers('U5', 'It vaporises'), await answers('U6', 'It sleeps')]
    const { store } = app.app.deps
    for (const answerId of [accepted, rejected]) {
      const playerId = (await store.answers.find(answerId))?.playerId ?? 0
      await store.disputes.open({ workspaceId: 1, answerId, playerId, openedAt: new Date() })
    }
    const seen = await desk.opens(`${path}?answer=${accepted}`)
    expect(seen.text).toContain('graded wrong · 1 dispute')
    await desk.sends(path, { ...form(seen, accepted, { [accepted]: 'correct' }), note: 'Sleeping is not enough' })
    const decided = async (state: 'accepted' | 'rejected') =>
      (await store.disputes.list(1, state, 10)).map(({ answerId }) => answerId)
    expect([await decided('accepted'), await decided('rejected')]).toEqual([[accepted], [rejected]])
    await expect.poll(() => told('U6', 'Sleeping is not enough'), soon).toBeGreaterThan(0)
    expect(await earned()).toEqual([10, 0])
  })

  it('leaves out words that the question’s author labeled', async () => {
    const asked = await app.app.deps.store.rounds.find(round)
    if (!asked) throw new Error('there is no round')
    const { question } = await app.app.deps.bank.find(asked)
    const labeled = await answers('U7', question.examples[0]?.answer ?? '')
    expect((await desk.opens(`${path}?answer=${labeled}`)).text).toContain('has been decided')
  })
})

describe('sorting that is refused', () => {
  it('is the later of two admins’, whose page keeps what can still be chosen', async () => {
    const [both, mine] = [await answers('U8', 'It dissolves'), await answers('U9', 'It melts')]
    const theirs = await signedIn(app, 'U20')
    const [first, second] = [await desk.opens(`${path}?answer=${both}`), await theirs.opens(`${path}?answer=${both}`)]
    const one = form(first, both)
    delete one[`sort-${mine}`]
    expect((await desk.sends(path, one)).status).toBe(200)
    const refused = await theirs.sends(path, form(second, both, { [mine]: 'partial' }))
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Somebody else changed')])
    expect(chosen(refused)).toEqual({ [`sort-${mine}`]: 'partial' })
    expect(await earned()).toEqual([10, 0, expect.any(Number), 0, 0])
  })

  it('has no marks, or is about answers of another workspace', async () => {
    expect((await desk.sends(path, { answer: String(wrongly) })).status).toBe(422)
    const { store } = app.app.deps
    const elsewhere = await store.workspaces.recognise({ ref: 'slack:T2', name: 'Other' })
    const channel = await store.channels.recognise(elsewhere.id, { ref: 'slack:T2:C1', name: 'c' })
    const player = await store.players.recognise(elsewhere.id, { ref: 'slack:T2:U1', name: 'MarkerOfOthers' })
    const known = await store.rounds.find(round)
    const foreign = await store.rounds.create({
      ...{ workspaceId: elsewhere.id, channelId: channel.id, kind: 'extra', localDate: '2026-01-01', attempts: 2 },
      ...{ questionId: known?.questionId ?? '', questionVersion: known?.questionVersion ?? '', createdAt: new Date() },
    })
    const received = await store.answers.receive({
      ...{ roundId: foreign?.id ?? 0, playerId: player.id, attempt: 1, text: 'MarkerOfOthers vaporises' },
      ...{ eventId: 'e', receivedAt: new Date(), fingerprint: 'f' },
    })
    const id = received?.answer.id ?? 0
    expect((await desk.opens(`${path}?answer=${id}`)).status).toBe(404)
    expect((await desk.opens(`${path}?answer=${wrongly}`)).text).not.toContain('MarkerOfOthers')
    const seen = await desk.sends(path, { answer: String(wrongly), [`sort-${id}`]: 'correct', [`seen-${id}`]: '0' })
    expect([seen.status, seen.text]).toEqual([422, expect.not.stringContaining('MarkerOfOthers')])
    expect(await store.rulings.ofQuestions(elsewhere.id, ['one-off'])).toEqual([])
  })
})
