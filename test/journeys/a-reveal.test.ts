import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revealRound } from '../../src/services/rounds/reveal-round.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person

beforeAll(async () => {
  const about = aQuestion('dyno-restart')
  const question = {
    ...about.question,
    difficulty: 'hard' as const,
    rubric: {
      points: [
        { id: 'daily', label: 'Once a day', says: ['once a day'] },
        { id: 'random', label: 'At a time of its own', says: ['random time', 'own time'] },
      ],
      misconceptions: [
        { id: 'weekly', says: ['every week'], tell: 'Dynos do not wait a week.' },
        { id: 'never', says: ['never'], tell: 'No dyno runs for ever.' },
      ],
    },
    answer: 'Once a day, at a time of its own.',
    app: 'src/worker.ts',
  }
  world = await habitWorld('2026-03-02T08:00:00Z', [{ ...about, question }, aQuestion('two')])
  admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC')
  await admin.types('settings pin two')
  // Pinning in chat keeps what is already pinned, for example on the desk.
  await admin.types('settings pin dyno-restart')
  expect(await admin.types('schedule next')).toContain('Only 2 questions fit these settings')
})
afterAll(() => world.close())

describe('a reveal', () => {
  it('comes with the next question, and shows everybody’s results', async () => {
    await world.passUntil('2026-03-02T09:00:00Z')
    const answers: [name: string, ...texts: string[]][] = [
      ['Ann', 'It happens every week', 'Once a day'],
      ['Ben', 'Once a day at a random time'],
      ['Cy', 'Never'],
      ['Di', 'Every week, I think'],
      ['Eve', 'Once a day at its own time'],
    ]
    for (const [name, ...texts] of answers) {
      for (const text of texts) {
        await world.passUntil(new Date(world.deps.clock.now().getTime() + 60_000).toISOString())
        await world.person(name).types(`answer ${text}`)
      }
    }
    await world.passUntil('2026-03-03T09:00:00Z')
    await world.passUntil('2026-03-03T09:00:03Z', 1000)
    const [closed, next, answer] = [
      world.channel().find((text) => text.includes('dyno-restart')),
      world.channel().find((text) => text.includes('about two')),
      world.chat.said.find(({ how }) => how === 'reply'),
    ]
    expect(closed).toMatchInlineSnapshot(`
      "# Closed
      What about dyno-restart?
      (dynos · hard · 5 answered, 2 got it)"
    `)
    expect(next).toContain('Question of the day')
    expect(answer?.to).toBe((await world.store.rounds.find(1))?.posted)
    expect(answer?.text).toMatchInlineSnapshot(`
      "# The answer
      Once a day, at a time of its own.
      - Once a day (60% got this)
      - At a time of its own (40% got this)
      A common misconception. In fact: Dynos do not wait a week.
      It is so.
      5 answered, 2 got it. First to get it right: Ben. Most points: Ben and Eve.
      (Read more: devcenter.heroku.com · used in this app: src/worker.ts · as of 2026-01)
      Surprised, or do you know more? Discuss it in the thread.
      (Didn’t answer? Press one of these. Only you’ll see it, and it only affects your practice.)
      [Knew it: knew:1] [New to me: new-to-me:1]"
    `)
    expect(JSON.stringify(answer?.message)).toContain('https://quiz.test/src/worker.ts')
  })

  it('waits for last-minute grades, but not forever', async () => {
    const fay = world.person('Fay')
    const [round] = await world.store.rounds.latest(1, ['open'], 1)
    await fay.types('answer Weekly')
    const { id: playerId } = await world.store.players.recognise(1, { ref: fay.ref, name: 'Fay' })
    // The answer arrives while the worker is busy, so it isn't graded when the round closes.
    await world.store.answers.receive({
      roundId: round?.id ?? 0,
      playerId,
      attempt: 2,
      text: 'Once a day',
      eventId: 'while the worker was busy',
      receivedAt: world.deps.clock.now(),
      fingerprint: 'somebody',
    })
    await world.store.rounds.change(round?.id ?? 0, { state: 'closed', closedAt: world.deps.clock.now() })
    const before = world.chat.said.length
    await expect(revealRound(world.deps, round?.id ?? 0)).rejects.toThrow('answers still wait')
    expect(world.chat.said.length).toBe(before)
    await world.passUntil('2026-03-03T09:03:00Z', 30_000)
    expect(world.chat.said.find(({ how, to }) => how === 'reply' && to === round?.posted)?.text).toContain(
      '1 answered, 1 got it',
    )
  })

  it('comes at the first sweep after a day at the latest, and people who answer later see the answer', async () => {
    await world.passUntil('2026-03-04T09:00:00Z')
    await world.passUntil('2026-03-04T09:00:03Z', 1000)
    const before = world.chat.said.length
    await world.passUntil('2026-03-05T08:59:45Z')
    expect(world.chat.said.slice(before).map(({ how }) => how)).not.toContain('reply')
    expect(await world.person('Gus').types('answer Once a day')).not.toContain('over')
    await admin.types('schedule off')
    await world.passUntil('2026-03-05T09:00:15Z', 10_000)
    expect(await world.person('Hal').types('answer Once a day')).toContain('No question is open')
    await world.passUntil('2026-03-05T09:00:30Z', 15_000)
    expect(world.chat.said.slice(before).filter(({ how }) => how === 'reply')).toHaveLength(1)
  })
})
