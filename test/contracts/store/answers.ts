import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aGrade, anAnswer, anAnswerWorth, aPlayer, aRound, aScene, type Scene } from './scene.ts'

const later = new Date('2026-03-02T10:05:00Z')

export function answersContract(open: () => Store): void {
  describe('answers', () => {
    test('an answer is stored as it was given', async () => {
      const store = open()
      const given = anAnswer(await aScene(store), { path: 'slack:reply', requestId: 'r-1', teamId: 7 })
      const received = await store.answers.receive(given)
      const { eventId: _, fingerprint: __, ...answer } = given
      expect(received).toEqual({ answer: { ...answer, id: received?.answer.id, state: 'received' }, repeated: false })
      expect(await store.answers.find(received?.answer.id ?? 0)).toEqual(received?.answer)
    })

    const repeats: [string, (scene: Scene) => Parameters<typeof anAnswer>[1]][] = [
      ['the same event', () => ({ eventId: 'same', text: 'Other words' })],
      ['the same event, once the player has an attempt more', () => ({ eventId: 'same', attempt: 2, text: 'Other' })],
      ['the same words', () => ({ eventId: 'other' })],
      ['the same words as the second attempt', () => ({ eventId: 'other', attempt: 2 })],
      ['the same words, written otherwise', () => ({ eventId: 'other', attempt: 2, text: '  once  A day. ' })],
    ]
    test.each(repeats)('%s counts as the same answer', async (_, more) => {
      const store = open()
      const scene = await aScene(store)
      const first = await store.answers.receive(anAnswer(scene, { eventId: 'same' }))
      const again = await store.answers.receive(anAnswer(scene, more(scene)))
      expect(again).toEqual({ answer: first?.answer, repeated: true })
    })

    test('the same event counts as the same answer even if a new round has begun', async () => {
      const store = open()
      const scene = await aScene(store)
      const first = await store.answers.receive(anAnswer(scene, { eventId: 'slow' }))
      const round = await aRound(store, scene.channel)
      const again = await store.answers.receive(anAnswer({ ...scene, round }, { eventId: 'slow' }))
      expect(again).toEqual({ answer: first?.answer, repeated: true })
    })

    test("nobody gets another person's answer, no matter which event they send", async () => {
      const store = open()
      const scene = await aScene(store)
      const player = await aPlayer(store, scene.workspace, 'Eve')
      const first = await store.answers.receive(anAnswer(scene, { eventId: 'e' }))
      const other = await store.answers.receive(anAnswer({ ...scene, player }, { eventId: 'e' }))
      expect(other).toMatchObject({ repeated: false, answer: { playerId: player.id } })
      expect(other?.answer.id).not.toBe(first?.answer.id)
    })

    test('no answer is returned if another answer used the attempt', async () => {
      const store = open()
      const scene = await aScene(store)
      await store.answers.receive(anAnswer(scene))
      expect(await store.answers.receive(anAnswer(scene, { text: 'Something else' }))).toBeUndefined()
    })

    test('five copies that arrive at the same moment count as one answer', async () => {
      const store = open()
      const scene = await aScene(store)
      const copies = Array.from({ length: 5 }, () => anAnswer(scene, { eventId: 'copied' }))
      const received = await Promise.all(copies.map((copy) => store.answers.receive(copy)))
      expect(received.filter((one) => one?.repeated === false)).toHaveLength(1)
      expect(new Set(received.map((one) => one?.answer.id)).size).toBe(1)
      expect(await store.answers.ofPlayer(scene.round.id, scene.player.id)).toHaveLength(1)
    })

    test('one of five different answers at the same moment uses the attempt', async () => {
      const store = open()
      const scene = await aScene(store)
      const tries = Array.from({ length: 5 }, (_, number) => anAnswer(scene, { text: `Try ${number}` }))
      const received = await Promise.all(tries.map((one) => store.answers.receive(one)))
      expect(received.filter((one) => one !== undefined)).toHaveLength(1)
    })

    test('a copy that arrives before the first is committed waits for it', async () => {
      const store = open()
      const scene = await aScene(store)
      const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
      const { promise: stored, resolve: isStored } = Promise.withResolvers<void>()
      const first = store.transaction(async (tables) => {
        const received = await tables.answers.receive(anAnswer(scene, { eventId: 'held' }))
        isStored()
        await held
        return received
      })
      await stored
      const second = store.answers.receive(anAnswer(scene, { eventId: 'held' }))
      letGo()
      expect(await second).toEqual({ answer: (await first)?.answer, repeated: true })
    })

    test('only the holder of the lock can change the answer', async () => {
      const store = open()
      const received = await store.answers.receive(anAnswer(await aScene(store)))
      const id = received?.answer.id ?? 0
      const gradings = Array.from({ length: 5 }, () =>
        store.transaction(async (tables) => {
          const answer = await tables.answers.find(id, 'lock')
          if (answer?.state !== 'received') return 'left'
          await tables.answers.change(id, { state: 'graded', at: later })
          return 'graded'
        }),
      )
      expect((await Promise.all(gradings)).sort()).toEqual(['graded', 'left', 'left', 'left', 'left'])
    })

    test('an answer needs no reply path after its grade is delivered', async () => {
      const store = open()
      const received = await store.answers.receive(anAnswer(await aScene(store), { path: 'slack:reply' }))
      const id = received?.answer.id ?? 0
      await store.answers.change(id, { state: 'graded', at: later })
      expect(await store.answers.find(id)).toMatchObject({ state: 'graded', path: 'slack:reply' })
      await store.answers.change(id, { state: 'told', at: later })
      const { path: _, ...told } = { ...received?.answer, state: 'told' }
      expect(await store.answers.find(id)).toEqual(told)
    })

    test('a player’s attempts are listed in order, each with its newest grade', async () => {
      const store = open()
      const scene = await aScene(store)
      const { answerId } = await anAnswerWorth(store, scene, 6)
      await store.grades.save({
        ...aGrade(0.5),
        answerId,
        questionVersion: 'v2',
        cause: 'dispute',
        earned: -2,
        gradedAt: later,
      })
      await store.answers.receive(anAnswer(scene, { attempt: 2 }))
      const attempts = await store.answers.ofPlayer(scene.round.id, scene.player.id)
      expect(attempts.map(({ answer }) => answer.attempt)).toEqual([1, 2])
      expect(attempts[0]?.grade).toEqual({
        ...aGrade(0.5),
        id: attempts[0]?.grade?.id,
        answerId,
        questionVersion: 'v2',
        cause: 'dispute',
        earned: -2,
        earnedInAll: 4,
        gradedAt: later,
      })
      expect(attempts[1]).not.toHaveProperty('grade')
      expect(await store.grades.newest(answerId)).toEqual(attempts[0]?.grade)
    })

    test('an answer is somebody’s first right one unless an earlier one is graded as right', async () => {
      const store = open()
      const scene = await aScene(store)
      const isFirst = (id: number) => store.grades.noneRightBefore({ id, playerId: scene.player.id })
      const { answerId } = await anAnswerWorth(store, scene, 6)
      const next = await store.answers.receive(anAnswer(scene, { attempt: 2 }))
      const nextId = next?.answer.id ?? 0
      const saved = { answerId, questionVersion: 'v1', cause: 'dispute', earned: 0, gradedAt: later } as const
      await store.grades.save({ ...aGrade(0.5), ...saved, verdict: 'partial' })
      expect(await isFirst(nextId)).toBe(true)
      await store.grades.save({ ...aGrade(1), ...saved, verdict: 'correct' })
      expect([await isFirst(answerId), await isFirst(nextId)]).toEqual([true, false])
    })

    test.each(['raised', 'lowered'] as const)('a grade records that similar answers %s its verdict', async (alike) => {
      const store = open()
      const scene = await aScene(store)
      const { answerId } = await anAnswerWorth(store, scene, 6)
      expect(await store.grades.newest(answerId)).not.toHaveProperty('alike')
      const grade = {
        ...aGrade(0.5),
        alike,
        questionVersion: 'v1',
        cause: 'regrade',
        earned: 0,
        gradedAt: later,
      } as const
      await store.grades.save({ ...grade, answerId })
      expect(await store.grades.newest(answerId)).toMatchObject({ alike })
      expect((await store.grades.all(answerId)).map((one) => one.alike)).toEqual([alike, undefined])
      const [attempt] = await store.answers.ofPlayer(scene.round.id, scene.player.id)
      expect(attempt?.grade?.alike).toBe(alike)
    })

    test('the best answer of each player counts for the round, by its newest grade', async () => {
      const store = open()
      const scene = await aScene(store)
      const grace = await aPlayer(store, scene.workspace, 'Grace')
      const save = async (answerId: number, score: number) =>
        store.grades.save({
          ...aGrade(score),
          answerId,
          questionVersion: 'v1',
          cause: 'regrade',
          earned: 0,
          gradedAt: later,
        })
      const first = await anAnswerWorth(store, scene, 10)
      const second = await anAnswerWorth(store, scene, 5)
      await save(first.answerId, 0.2)
      await save(second.answerId, 0.6)
      const only = await anAnswerWorth(store, { ...scene, player: grace }, 3)
      await store.answers.receive(anAnswer({ ...scene, player: grace }, { attempt: 2 }))
      const { best, waiting } = await store.answers.ofRound(scene.round.id)
      expect(best.map(({ answer, playerName, grade }) => [answer.id, playerName, grade.score])).toEqual([
        [second.answerId, 'Ada', 0.6],
        [only.answerId, 'Grace', 1],
      ])
      // The misconceptions of both attempts.
      expect(best.map(({ points, misconceptions }) => [points, misconceptions])).toEqual([
        [15, ['weekly']],
        [3, ['weekly']],
      ])
      expect(waiting).toBe(1)
    })

    test('waiting answers are listed', async () => {
      const store = open()
      const scene = await aScene(store)
      const round = await aRound(store, scene.channel)
      const waiting = await store.answers.receive(anAnswer(scene))
      const graded = await store.answers.receive(anAnswer({ ...scene, round }))
      await store.answers.change(graded?.answer.id ?? 0, { state: 'graded', at: later })
      const unfinished = async (before: string) => {
        const mine = [waiting?.answer.id, graded?.answer.id]
        return (await store.answers.unfinished({ before: new Date(before), after: 0, limit: 1000 })).filter(({ id }) =>
          mine.includes(id),
        )
      }
      const [received, alsoGraded] = [
        { id: waiting?.answer.id, workspaceId: scene.workspace.id, state: 'received' },
        { id: graded?.answer.id, workspaceId: scene.workspace.id, state: 'graded' },
      ]
      expect(await unfinished('2026-03-02T10:00:00Z')).toEqual([])
      expect(await unfinished('2026-03-02T10:01:00Z')).toEqual([received])
      expect(await unfinished('2026-03-02T10:06:00Z')).toEqual([received, alsoGraded])
      await store.answers.change(graded?.answer.id ?? 0, { state: 'told', at: later })
      expect(await unfinished('2026-03-02T10:06:00Z')).toEqual([received])
      const page = { before: later, after: 0, limit: 1 }
      const [first] = await store.answers.unfinished(page)
      const [second] = await store.answers.unfinished({ ...page, after: first?.id ?? 0 })
      expect(second?.id).not.toBe(first?.id)
    })

    test('a text can contain any character that people can type', async () => {
      const store = open()
      const text = `'; drop table answers; --\0 ${'👩‍🚀'.repeat(1000)} <script> \ud800`
      const received = await store.answers.receive(anAnswer(await aScene(store), { text }))
      expect(received?.answer.text).toBe(text.replace('\0', '').toWellFormed())
    })
  })

  describe('hints', () => {
    test('a hint is taken once, even with two clicks at the same moment', async () => {
      const { hints, ...store } = open()
      const { round, player } = await aScene({ hints, ...store })
      expect(await hints.taken(round.id, player.id)).toBe(false)
      const clicks = await Promise.all([hints.take(round.id, player.id), hints.take(round.id, player.id)])
      expect(clicks.sort()).toEqual([false, true])
      expect(await hints.taken(round.id, player.id)).toBe(true)
    })
  })
}
