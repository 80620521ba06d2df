import { beforeEach, describe, expect, it } from 'vitest'
import type { Mark } from '../../src/domain/rulings/mark.ts'
import type { Visit } from '../../src/ports/desk/desk.ts'
import type { Queue } from '../../src/ports/queue.ts'
import type { Store } from '../../src/ports/store/store.ts'
import { createGrader } from '../../src/services/answers/create-grader.ts'
import { regrade } from '../../src/services/answers/regrade.ts'
import { openBank } from '../../src/services/bank.ts'
import type { Deps } from '../../src/services/deps.ts'
import { decideDispute } from '../../src/services/disputes/decide-dispute.ts'
import type { Asker } from '../../src/services/players/recognise-asker.ts'
import { ruleOnWords } from '../../src/services/rulings/rule-on-words.ts'
import { anAnswer, aPlayer, aQuestion, aScene, type Scene } from '../contracts/store/scene.ts'
import { ownStore } from '../kit/servers/own-store.ts'
import { pretendChat } from '../kit/services/pretend-chat.ts'

const most = 10

const { store, client } = await ownStore(6)
let scene: Scene
let asker: Asker & Visit

beforeEach(async () => {
  scene = await aScene(store)
  const player = await aPlayer(store, scene.workspace, 'Admin')
  asker = { player, workspace: scene.workspace } as Asker & Visit
})

type Gate = { reached: Promise<void>; open(): void; pass(): Promise<void> }

/** The caller waits at the gate until it is opened. */
function gate(): Gate {
  const [reached, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  return {
    reached: reached.promise,
    open: opened.resolve,
    pass() {
      reached.resolve()
      return opened.promise
    },
  }
}

function depsWith(used: Store): Deps {
  return {
    ...{
      store: used,
      bank: openBank(store),
      chat: pretendChat(),
      clock: { now: () => new Date('2026-03-02T12:00:00Z') },
    },
    log: { info() {}, warn() {}, error() {} },
    queue: { add: async () => {}, addMany: async () => {} } as unknown as Queue,
  } as unknown as Deps
}

/** Grades an answer, and waits at the gate between reading and saving. */
function grades(id: number, at?: Gate): Promise<void> {
  let waits = at
  const grading: Store['grading'] = {
    ...store.grading,
    async save(graded) {
      const here = waits
      waits = undefined
      await here?.pass()
      return store.grading.save(graded)
    },
  }
  return createGrader(depsWith({ ...store, grading }))(id)
}

/** An admin's decision. With a gate, it waits there before the commit. */
type Decides = (at?: Gate) => Promise<unknown>

function waitingBefore(commit: Gate | undefined): Deps {
  return depsWith({
    ...store,
    transaction: (work) =>
      store.transaction(async (tables) => {
        const done = await work(tables)
        await commit?.pass()
        return done
      }),
  })
}

async function receives(text: string, attempt = 1, player = scene.player): Promise<number> {
  const taken = await store.answers.receive(anAnswer({ ...scene, player }, { text, attempt }))
  if (!taken) throw new Error('the answer was refused')
  return taken.answer.id
}

async function accepts(answerId: number): Promise<Decides> {
  const answer = await store.answers.find(answerId)
  const { dispute } = await store.disputes.open({
    ...{ answerId, playerId: answer?.playerId ?? 0, workspaceId: scene.workspace.id, openedAt: new Date() },
  })
  return (at) => decideDispute(waitingBefore(at), asker, dispute.id, { state: 'accepted', note: '' })
}

function rules(answerId: number, mark: Mark = 'right'): Decides {
  return (at) => ruleOnWords(waitingBefore(at), asker, { wordings: [{ answerId, revision: 0, mark }], note: '' })
}

/** The points of each of the player's tries, after a check that the boards match. */
async function earned(player = scene.player): Promise<(number | undefined)[]> {
  expect(await store.boards.differences(scene.workspace.id)).toEqual([])
  const tries = await store.answers.ofPlayer(scene.round.id, player.id)
  return tries.map(({ grade }) => grade?.earnedInAll)
}

async function someoneWaitsForALock(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await client.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows.length
    })
    .toBeGreaterThan(0)
}

const decisions: Record<string, (answerId: number) => Promise<Decides> | Decides> = {
  'an accepted dispute': accepts,
  'a ruling': (answerId) => rules(answerId),
}

describe.each(Object.entries(decisions))('%s on a first try, while the second is graded', (_what, decisionOn) => {
  it('leaves the second try no extra points if it comes between the grader’s read and its save', async () => {
    const first = await receives('No idea')
    await grades(first)
    const second = await receives('Once a day.', 2)
    const decide = await decisionOn(first)
    const saving = gate()
    const grading = grades(second, saving)
    await saving.reached
    await decide()
    saving.open()
    await grading
    expect(await earned()).toEqual([most, 0])
  })

  it('leaves the second try no extra points if it begins before the grader’s read and commits after the save has begun', async () => {
    const first = await receives('No idea')
    await grades(first)
    const second = await receives('Once a day.', 2)
    const decide = await decisionOn(first)
    const committing = gate()
    const deciding = decide(committing)
    await committing.reached
    const grading = grades(second)
    await someoneWaitsForALock()
    committing.open()
    await Promise.all([deciding, grading])
    expect(await earned()).toEqual([most, 0])
  })

  it('removes the points of the second try if that was saved before', async () => {
    const first = await receives('No idea')
    await grades(first)
    await grades(await receives('Once a day.', 2))
    expect(await earned()).toEqual([0, most / 2])
    await (await decisionOn(first))()
    expect(await earned()).toEqual([most, 0])
  })
})

describe('two disputes of one player in a round', () => {
  it.each([
    ['the first try first', 0, 1],
    ['the second try first', 1, 0],
  ])('accepted at the same moment, %s, earn the question’s points once', async (_order, one, other) => {
    const tries = [await receives('No idea'), await receives('Who knows', 2)]
    for (const id of tries) await grades(id)
    const [first, second] = [await accepts(tries[one] ?? 0), await accepts(tries[other] ?? 0)]
    const committing = gate()
    const deciding = first(committing)
    await committing.reached
    const meanwhile = second()
    await someoneWaitsForALock()
    committing.open()
    await Promise.all([deciding, meanwhile])
    expect(await earned()).toEqual([most, 0])
  })
})

describe('a ruling on the words of an answer that is being graded', () => {
  it.each(['after it was read', 'before it was read'])('%s: it gets the grade of the ruling', async (order) => {
    const other = await aPlayer(store, scene.workspace, 'Ben')
    const ruledOn = await receives('It evaporates', 1, other)
    await grades(ruledOn)
    const waiting = await receives('It evaporates!')
    const [saving, committing] = [gate(), gate()]
    if (order === 'after it was read') {
      const grading = grades(waiting, saving)
      await saving.reached
      await rules(ruledOn)()
      saving.open()
      await grading
    } else {
      const deciding = rules(ruledOn)(committing)
      await committing.reached
      const grading = grades(waiting)
      await someoneWaitsForALock()
      committing.open()
      await Promise.all([deciding, grading])
    }
    expect(await earned()).toEqual([most])
    expect(await earned(other)).toEqual([most])
  })

  it('also applies to an answer that arrives after the ruling has read its answers', async () => {
    const other = await aPlayer(store, scene.workspace, 'Ben')
    const ruledOn = await receives('It evaporates', 1, other)
    await grades(ruledOn)
    const committing = gate()
    const deciding = rules(ruledOn)(committing)
    await committing.reached
    const grading = grades(await receives('it evaporates'))
    await someoneWaitsForALock()
    committing.open()
    await Promise.all([deciding, grading])
    expect(await earned()).toEqual([most])
  })
})

describe('an operator’s regrade of a question', () => {
  it.each(['first', 'second'])(
    'counts nothing twice if a dispute is accepted in the meantime and the regrade commits %s',
    async (turn) => {
      const id = `regraded-${scene.round.id}`
      await store.questions.load([{ ...aQuestion(id), version: 'v1' }])
      const round = await store.rounds.create({
        ...{ workspaceId: scene.workspace.id, channelId: scene.channel.id, questionId: id, questionVersion: 'v1' },
        ...{ kind: 'extra', localDate: '2026-03-03', attempts: 2, createdAt: new Date('2026-03-02T09:00:00Z') },
      })
      if (!round) throw new Error('the round was refused')
      scene = { ...scene, round: await store.rounds.change(round.id, { state: 'open', openedAt: new Date() }) }
      const answer = await receives('It evaporates')
      await grades(answer)
      const better = aQuestion(id, 'v2')
      const points = [{ id: 'daily', label: 'gone', says: ['evaporates'] }]
      await store.questions.load([{ ...better, question: { ...better.question, rubric: { points } } }])
      const accept = await accepts(answer)
      const again: Decides = (at) => regrade(waitingBefore(at), id, { rehearse: false })
      const [one, other] = turn === 'first' ? [again, accept] : [accept, again]
      const committing = gate()
      const deciding = one(committing)
      await committing.reached
      const meanwhile = other()
      await someoneWaitsForALock()
      committing.open()
      await Promise.all([deciding, meanwhile])
      expect(await earned()).toEqual([most])
    },
  )
})
