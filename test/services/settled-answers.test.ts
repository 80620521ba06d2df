import { beforeEach, describe, expect, it } from 'vitest'
import type { LabelledExample } from '../../src/domain/question.ts'
import { draftRubric } from '../../src/domain/rubric-draft/draft-rubric.ts'
import type { Mark } from '../../src/domain/rulings/mark.ts'
import type { Visit } from '../../src/ports/desk/desk.ts'
import type { Queue } from '../../src/ports/queue.ts'
import type { QuestionVersion } from '../../src/ports/store/questions.ts'
import type { Workspace } from '../../src/ports/store/workspaces.ts'
import { createGrader } from '../../src/services/answers/create-grader.ts'
import { regrade } from '../../src/services/answers/regrade.ts'
import { openBank } from '../../src/services/bank.ts'
import type { Deps } from '../../src/services/deps.ts'
import { decideDispute } from '../../src/services/disputes/decide-dispute.ts'
import type { Asker } from '../../src/services/players/recognise-asker.ts'
import { ruleOnWords } from '../../src/services/rulings/rule-on-words.ts'
import { sortAnswers } from '../../src/services/rulings/sort-answers.ts'
import { listTaught } from '../../src/services/rulings/teach.ts'
import { aChannel, anAnswer, aPlayer, aQuestion, aWorkspace, next } from '../contracts/store/scene.ts'
import { ownStore } from '../kit/servers/own-store.ts'
import { pretendChat } from '../kit/services/pretend-chat.ts'

const { store, client } = await ownStore(4)

const prompt = 'Why does bread need to rest before it is baked?'
const answer = 'The yeast needs time to make gas, which lets the dough rise and gives it a light crumb.'
/** What an admin decides about answers of the first round, which the grader calls wrong. */
const decided: [text: string, mark: Mark][] = [
  ['bubbles need a while to form', 'right'],
  ['so that bubbles can blow it up', 'right'],
  ['so it gets bigger', 'half'],
  ['because it grows', 'half'],
  ['to cool the oven', 'as-graded'],
  ['salt melts slowly', 'as-graded'],
]
/** Nobody wrote it, and the grader alone calls it wrong. */
const similar = 'a while for bubbles to form'

let version: QuestionVersion
let workspace: Workspace

/** Each has its own bank, like a process that has just started. */
function deps(): Deps {
  return {
    ...{ store, bank: openBank(store), chat: pretendChat(), clock: { now: () => new Date('2026-03-02T12:00:00Z') } },
    log: { info() {}, warn() {}, error() {} },
    queue: { add: async () => {}, addMany: async () => {} } as unknown as Queue,
  } as unknown as Deps
}

function drafted(id: string, name: string, more: { prompt?: string; examples?: LabelledExample[] } = {}) {
  const { question } = aQuestion(id)
  const { rubric, synonyms } = draftRubric({ question: prompt, references: [answer] })
  return { id, version: name, synonyms, question: { ...question, prompt, answer, rubric, ...more } }
}

/** Asks the current version of the question. */
async function ask(where = workspace): Promise<number> {
  const channel = await aChannel(store, where)
  const round = await store.rounds.create({
    ...{ workspaceId: where.id, channelId: channel.id, questionId: version.id, questionVersion: version.version },
    ...{ kind: 'extra', localDate: '2026-03-02', attempts: 2, createdAt: new Date('2026-03-02T09:00:00Z') },
  })
  if (!round) throw new Error('no round')
  await store.rounds.change(round.id, { state: 'open', openedAt: new Date('2026-03-02T09:00:00Z') })
  return round.id
}

async function answers(roundId: number, text: string, where = workspace) {
  const round = await store.rounds.find(roundId)
  const player = await aPlayer(store, where)
  const received = round && (await store.answers.receive(anAnswer({ round, player }, { text })))
  if (!received) throw new Error('the answer was refused')
  const { id } = received.answer
  await createGrader(deps())(id)
  const grade = await store.grades.newest(id)
  await store.answers.change(id, { state: 'told', at: new Date('2026-03-02T12:00:00Z') })
  return { id, player, verdict: grade?.verdict, alike: grade?.alike }
}

const reveal = (roundId: number) =>
  store.rounds.change(roundId, { state: 'closed', closedAt: new Date(), revealedAt: new Date() })

async function admin(): Promise<Asker & Visit> {
  return { workspace, player: await aPlayer(store, workspace, 'Admin') } as Asker & Visit
}

async function rule(answerId: number, mark: Mark, revision = 0): Promise<void> {
  await ruleOnWords(deps(), await admin(), { note: '', wordings: [{ answerId, revision, mark }] })
}

/** The first round, with everything that was decided about it. */
async function firstRound() {
  const roundId = await ask()
  const given = []
  for (const [text] of decided) given.push(await answers(roundId, text))
  await answers(roundId, answer)
  await reveal(roundId)
  for (const [place, [, mark]] of decided.entries()) await rule(given[place]?.id ?? 0, mark)
  return { roundId, given }
}

beforeEach(async () => {
  workspace = await aWorkspace(store)
  version = drafted(`bread-${next()}`, 'v1')
  await store.questions.load([version])
})

type First = Awaited<ReturnType<typeof firstRound>>
const release = (name: string, more: Parameters<typeof drafted>[2]) => async () => {
  version = drafted(version.id, name, more)
  await store.questions.load([version])
}

describe('what admins decided about answers to a question', () => {
  it.each<[string, 'correct' | 'incorrect', (first: First) => unknown]>([
    ['counts from the next time that it is asked', 'correct', () => {}],
    ['counts for a release with the same prompt and model answer', 'correct', release('v2', { examples: [] })],
    [
      'doesn’t count for a release that asks something else',
      'incorrect',
      release('v2', { prompt: 'Why does bread dough need to rest before it is baked?' }),
    ],
    [
      'doesn’t count against a release that labels these words wrong',
      'incorrect',
      release('v2', { examples: [{ answer: similar, verdict: 'incorrect' }] }),
    ],
    [
      'doesn’t count once those who wrote it are forgotten',
      'incorrect',
      async ({ given }) => {
        for (const { player } of given) await store.players.forget(player.id, 'a fingerprint')
      },
    ],
    [
      'doesn’t count once the texts are old enough to be erased',
      'incorrect',
      () => store.retention.erase('answers', { now: new Date('2028-01-01'), months: 12, limit: 1000 }),
    ],
    [
      'doesn’t count once it was decided otherwise',
      'incorrect',
      async ({ given }) => {
        for (const [place, [, mark]] of decided.entries())
          if (mark === 'right') await rule(given[place]?.id ?? 0, 'as-graded', 1)
      },
    ],
  ])('%s', async (_, verdict, change) => {
    const first = await firstRound()
    await change(first)
    expect(await answers(await ask(), similar)).toMatchObject({ verdict })
  })

  it('is given to the player as the reason', async () => {
    await firstRound()
    expect(await answers(await ask(), similar)).toMatchObject({ verdict: 'correct', alike: 'raised' })
  })

  it('doesn’t count in rounds that were asked before', async () => {
    const early = await ask()
    await firstRound()
    expect((await answers(early, similar)).verdict).toBe('incorrect')
  })

  it('doesn’t count in another workspace', async () => {
    await firstRound()
    const stranger = await aWorkspace(store)
    expect((await answers(await ask(stranger), similar, stranger)).verdict).toBe('incorrect')
    expect(await store.overlays.newest({ workspaceId: stranger.id })).toEqual([])
  })

  it('also counts if they decided about a dispute', async () => {
    const roundId = await ask()
    const given = []
    for (const [text] of decided) given.push(await answers(roundId, text))
    await reveal(roundId)
    for (const [place, [, mark]] of decided.entries()) {
      const { id = 0, player } = given[place] ?? {}
      if (mark === 'half') await rule(id, mark)
      else {
        const about = { workspaceId: workspace.id, answerId: id, playerId: player?.id ?? 0, openedAt: new Date() }
        const { dispute } = await store.disputes.open(about)
        const state = mark === 'right' ? 'accepted' : 'rejected'
        await decideDispute(deps(), await admin(), dispute.id, { state, note: '' })
      }
    }
    expect((await answers(await ask(), similar)).verdict).toBe('correct')
  })

  it('is counted on the desk, without answers that nobody decided about', async () => {
    await firstRound()
    const [taught] = await listTaught(deps(), await admin())
    expect(taught).toMatchObject({
      questionId: version.id,
      settled: { correct: 2, partial: 2, incorrect: 2 },
      ways: [],
    })
  })

  it('is stored without the words', async () => {
    await firstRound()
    const { rows } = await client.query('select settled::text from overlays where question_id = $1', [version.id])
    expect(rows.length).toBeGreaterThan(0)
    for (const [text] of decided) expect(JSON.stringify(rows)).not.toContain(text.split(' ')[0])
  })

  it('uses one row for all decisions between two rounds', async () => {
    const { given } = await firstRound()
    await ask()
    await rule(given[0]?.id ?? 0, 'half', 1)
    await rule(given[1]?.id ?? 0, 'half', 1)
    const { rows } = await client.query('select id from overlays where question_id = $1', [version.id])
    expect(rows).toHaveLength(2)
  })
})

describe('words that were graded right and sorted as wrong', () => {
  const lenient = 'the yeast needs time, so it makes gas and the dough can rise in the oven heat'

  async function sort(verdict: 'correct' | 'incorrect') {
    const roundId = await ask()
    const [first, second] = [
      await answers(roundId, lenient),
      await answers(roundId, ` ${lenient.replace('the', 'The')}`),
    ]
    expect([first.verdict, second.verdict]).toEqual(['correct', 'correct'])
    for (const [text, mark] of decided) await rule((await answers(roundId, text)).id, mark)
    await reveal(roundId)
    await sortAnswers(deps(), await admin(), {
      wordings: [{ answerId: second.id, revision: 0, verdict }],
      note: '',
    })
    return [first, second]
  }

  it.each(['correct', 'incorrect'] as const)(
    'keep their points in that round, and are %s in the next',
    async (verdict) => {
      const given = await sort(verdict)
      for (const { id } of given) {
        expect(await store.grades.newest(id)).toMatchObject({ verdict: 'correct', cause: 'graded' })
      }
      expect((await answers(await ask(), lenient)).verdict).toBe(verdict)
    },
  )

  it('are settled once, with what they were sorted as', async () => {
    const [, second] = await sort('incorrect')
    const [overlay] = await store.overlays.newest({ workspaceId: workspace.id, questionId: version.id })
    const texts = await Promise.all(
      (overlay?.settled?.answers ?? []).map(async ({ answerId, verdict }) => ({
        ...{ answerId, verdict, text: (await store.answers.find(answerId))?.text },
      })),
    )
    expect(texts.filter(({ text }) => text?.endsWith('oven heat'))).toEqual([
      expect.objectContaining({ answerId: second?.id, verdict: 'incorrect' }),
    ])
  })

  it('never pass because of a taught pattern, though their grade is still right', async () => {
    const [, second] = await sort('incorrect')
    const bounds = await store.overlays.bounds(workspace.id, version.id)
    expect(bounds).toContainEqual({ text: (await store.answers.find(second?.id ?? 0))?.text, most: 'incorrect' })
  })

  it('stay rejected if they were disputed, with the mark that the admin chose', async () => {
    const roundId = await ask()
    const half = await answers(roundId, 'it needs time')
    expect(half.verdict).toBe('partial')
    const about = { workspaceId: workspace.id, answerId: half.id, playerId: half.player.id, openedAt: new Date() }
    await store.disputes.open(about)
    await sortAnswers(deps(), await admin(), {
      wordings: [{ answerId: half.id, revision: 0, verdict: 'incorrect' }],
      note: '',
    })
    const [overlay] = await store.overlays.newest({ workspaceId: workspace.id, questionId: version.id })
    expect(overlay?.settled?.answers).toEqual([{ answerId: half.id, verdict: 'incorrect' }])
    expect(await store.disputes.list(workspace.id, 'rejected', 10)).toHaveLength(1)
  })
})

describe('a wording that was left as graded', () => {
  it.each([
    ['its text is there', async () => {}],
    [
      'its text is erased',
      async (id: number) => {
        await client.query(`update answers set text = '' where id = $1`, [id])
      },
    ],
  ])('never passes while %s, in rounds and in an operator’s regrade', async (_, change) => {
    const early = await ask()
    await firstRound()
    const rejected = await answers(early, similar)
    expect(rejected.verdict).toBe('incorrect')
    await rule(rejected.id, 'as-graded')
    await change(rejected.id)
    const again = await answers(await ask(), similar)
    expect(again.verdict).toBe('incorrect')
    const moved = await regrade(deps(), version.id, { rehearse: true })
    expect(moved?.map(({ answerId }) => answerId)).not.toContain(again.id)
  })

  it('takes no points from answers that got a better grade in an earlier round', async () => {
    const before = await answers(await ask(), 'over time it gets bigger')
    await firstRound()
    const lowered = await answers(await ask(), 'over time it gets bigger')
    expect([before.verdict, lowered.verdict]).toEqual(['correct', 'partial'])
    await rule(lowered.id, 'as-graded')
    const grades = await Promise.all([before.id, lowered.id].map((id) => store.grades.newest(id)))
    expect(grades.map((grade) => grade?.verdict)).toEqual(['correct', 'partial'])
  })
})
