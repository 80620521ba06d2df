import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { regrade } from '../../src/services/answers/regrade.ts'
import { seenText } from '../kit/people/seen-text.ts'
import { type QuizWorld, quizWorld } from '../kit/product/quiz-world.ts'

let world: QuizWorld

beforeAll(async () => {
  world = await quizWorld()
})
afterAll(() => world.close())

describe('a better rubric', () => {
  it('is tried in a dry run first, then changes grades and boards with new ledger entries', async () => {
    const { deps } = world.app
    const [ann, ben] = [await world.arrive(), await world.arrive()]
    await ann.types('ask')
    await seenText(ann, '[Answer: answer:1]')
    await ann.sends('answer:1', { text: 'It evaporates; good for migrations' })
    await ben.sends('answer:1', { text: 'temporary, for migrations' })
    await seenText(ann, 'Partly right')
    await seenText(ben, 'That’s right')

    const old = await deps.store.questions.newest('one-off')
    if (!old) throw new Error('the bank was not loaded')
    const [temporary, ...others] = old.question.rubric.points
    if (!temporary) throw new Error('the rubric has no point')
    const points = [{ ...temporary, says: [...(temporary.says ?? []), 'evaporate'] }, ...others]
    const question = { ...old.question, rubric: { ...old.question.rubric, points } }
    await deps.store.questions.load([{ ...old, version: 'better', question }])

    const gain = [{ answerId: 1, playerName: ann.visitor.name, before: 0.5, after: 1, points: 5 }]
    expect(await regrade(deps, 'one-off', { rehearse: true })).toEqual(gain)
    expect(await deps.store.grades.newest(1)).toMatchObject({ verdict: 'partial', earnedInAll: 5 })
    expect(await regrade(deps, 'one-off', { rehearse: false })).toEqual(gain)
    expect(await deps.store.grades.newest(1)).toMatchObject({
      verdict: 'correct',
      cause: 'regrade',
      earned: 5,
      earnedInAll: 10,
    })
    expect(await regrade(deps, 'one-off', { rehearse: false })).toEqual([])
    expect(await deps.store.boards.differences(1)).toEqual([])
    expect(await regrade(deps, 'nothing', { rehearse: true })).toBeUndefined()
    expect((await deps.store.items.latest(10)).map(({ verdict }) => verdict)).toEqual(['correct', 'correct'])
  })
})

describe('an accepted dispute', () => {
  it('never raises the points of a round above those of the question', async () => {
    const { deps } = world.app
    const [admin, cid] = [world.owner, await world.arrive()]
    await admin.types('ask')
    await seenText(cid, '[Answer: answer:2]')
    await cid.sends('answer:2', { text: 'It is good for chores' })
    const [, dispute = '', answerId = ''] = /\[Dispute: (dispute:(\d+))\]/.exec(await seenText(cid, '[Dispute: ')) ?? []
    await cid.sends('answer:2', { text: 'temporary, for migrations' })
    await seenText(cid, 'That’s right')
    const mine = await deps.store.answers.find(Number(answerId))
    const earned = async () =>
      (await deps.store.answers.ofPlayer(2, mine?.playerId ?? 0)).map(({ grade }) => grade?.earnedInAll)
    expect(await earned()).toEqual([0, 5])

    await cid.sends(dispute, { reason: '' })
    await admin.types('disputes')
    const [, accept = ''] = /\[Accept: (dispute-accept:\d+)\]/.exec(await seenText(admin, '[Accept: ')) ?? []
    await admin.sends(accept, { note: 'Fair enough' })
    await seenText(cid, 'Your dispute was accepted')
    expect(await earned()).toEqual([10, 0])
    expect(await deps.store.boards.differences(1)).toEqual([])
  })
})
