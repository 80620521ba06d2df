import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presses, submits } from '../../src/commands/actions/actions.ts'
import type { Options } from '../../src/commands/command.ts'
import { allCommands } from '../../src/commands/table.ts'
import { teamKey } from '../../src/domain/team-name.ts'
import type { Act, ChatEvent, Reply } from '../../src/ports/chat-event.ts'
import { createGrader } from '../../src/services/answers/create-grader.ts'
import { type QuizWorld, quizWorld } from '../kit/product/quiz-world.ts'
import { fittingWords } from './fitting-words.ts'

/** Texts that appear nowhere else. */
const secret = 'MarkerOfTheVictim'
const teamName = 'The Victims'

let world: QuizWorld
let victim: Awaited<ReturnType<typeof settle>>

beforeAll(async () => {
  world = await quizWorld()
  victim = await settle()
  before = await picture()
})
afterAll(() => world.close())

const words = Object.keys(presses)
const forms = Object.keys(submits)

describe('an admin of another workspace who guessed every id', () => {
  const stranger = { team: 'TA', user: 'UA', admin: true }

  it.each(words)('can’t change or read anything with the button %s', (word) =>
    leavesAlone(ids().map((id) => event(stranger, { kind: 'press', action: `${word}:${id}` }))),
  )

  it.each(forms)('can’t change or read anything with the form %s', (word) =>
    leavesAlone(
      ids().map((id) =>
        event(stranger, { kind: 'submit', action: `${word}:${id}`, values: { text: 'x', note: 'mine now' } }),
      ),
    ),
  )

  it.each(['dispute-accept', 'dispute-reject'])('gets the reason instead of a form with %s', async (word) => {
    for (const id of [victim.disputeId, 987_654_321]) {
      const reply = await world.app.handleEvent(event(stranger, { kind: 'press', action: `${word}:${id}` }))
      expect([reply.kind, textOf(reply)]).toEqual(['private', expect.stringContaining('can’t find that dispute here')])
    }
  })

  it.each(allCommands.map((command) => [command.path.join(' '), command] as const))(
    'can’t change or read anything with %s',
    (path, { options }) => {
      const tries = [...ids().map(String), teamName, 'slack:TB:SB', 'slack:TB:CB']
      return leavesAlone(
        tries.map((value) => {
          const given: Options = Object.fromEntries(options.map((one) => [one.name, one.choices?.[0] ?? value]))
          const typed = [path, ...options.map(({ name }) => given[name] ?? '')].join(' ')
          return event(stranger, { kind: 'command', words: typed })
        }),
      )
    },
  )

  // The earlier tests created teams with these names.
  const newcomer = { team: 'TD', user: 'UD', admin: true }

  it.each(allCommands.map((command) => [command.path.join(' '), command] as const))(
    'sees nothing of the other workspace while typing %s',
    async (path, { options }) => {
      const tries = ['', 'the', 'mar', 't', ...ids().map(String)]
      const replies: Reply[] = []
      for (const typed of [...tries, ...options.flatMap(({ choices = [] }) => choices.map((word) => `${word} t`))]) {
        replies.push(await world.app.handleEvent(event(newcomer, { kind: 'complete', words: `${path} ${typed}` })))
      }
      expect(JSON.stringify(replies)).not.toMatch(new RegExp(`${secret}|${teamName}`, 'i'))
    },
  )

  it('finds nothing of the other workspace on the Home tab', () => leavesAlone([event(stranger, { kind: 'home' })]))
})

describe('somebody outside of every workspace who guessed every id', () => {
  const outside = (act: Act): ChatEvent => {
    events += 1
    return { kind: 'outside', id: `e${events}`, person: `discord:outside:U${events}`, where: 'foreign-server', act }
  }

  it.each([...new Set([...words, ...forms])])('can’t change or read anything by pressing or submitting %s', (word) =>
    leavesAlone(
      [...ids(), victim.questionId].flatMap((id) => [
        outside({ kind: 'press', action: `${word}:${id}` }),
        outside({ kind: 'submit', action: `${word}:${id}`, values: { text: 'x', note: 'mine now' } }),
      ]),
    ),
  )

  it.each(allCommands.map((command) => [command.path.join(' '), command] as const))(
    'can’t change or read anything with %s',
    (path, { options }) => {
      const values = options.map(({ name }) => fittingWords[name] ?? 'x')
      const typed = [path, ...values].join(' ')
      return leavesAlone([outside({ kind: 'command', words: typed }), outside({ kind: 'complete', words: typed })])
    },
  )
})

describe('a player who is not an admin', () => {
  const player = { team: 'TB', user: 'UC', admin: false }
  const adminCommands = allCommands.filter(({ who }) => who === 'admin')

  it('can’t use these commands or any command that is not listed here', () => {
    const open = allCommands.filter(({ who }) => who === 'all').map(({ path }) => path.join(' '))
    expect(open).toEqual([
      ...[
        'ask',
        'answer',
        'hint',
        'leaderboard',
        'me',
        'share',
        'remind on',
        'remind off',
        'pause',
        'goal',
        'team list',
        'team create',
        'team join',
        'team leave',
      ],
      ...['team rename', 'topics', 'practice', 'archive', 'suggest', 'privacy export', 'privacy forget', 'help'],
    ])
  })

  it.each(adminCommands.map((command) => [command.path.join(' '), command] as const))(
    'is refused %s, with a friendly message',
    async (path, { options }) => {
      const values = options.map(({ name }) => fittingWords[name] ?? 'x')
      const reply = await world.app.handleEvent(event(player, { kind: 'command', words: [path, ...values].join(' ') }))
      expect(textOf(reply)).toMatch(/Only admins can do that/)
      await isUnchanged()
    },
  )

  it.each([...words.map((word) => [word, 'press'] as const), ...forms.map((word) => [word, 'submit'] as const)])(
    'can’t decide, post or close anything with %s (%s)',
    async (word, kind) => {
      const { rounds, channel, disputes } = before
      for (const id of ids()) {
        const what = kind === 'press' ? { kind } : { kind, values: { text: 'x', note: 'mine' } }
        await world.app.handleEvent(event(player, { ...what, action: `${word}:${id}` } as Doing))
      }
      before = await picture()
      expect([before.rounds, before.channel, before.disputes]).toEqual([rounds, channel, disputes])
    },
  )
})

type Doing =
  | { kind: 'command'; words: string }
  | { kind: 'complete'; words: string }
  | { kind: 'home' }
  | { kind: 'press'; action: string }
  | { kind: 'submit'; action: string; values: Record<string, string> }

let events = 0

/** Each person sends one event, so that nobody reaches a rate limit. */
function event(who: { team: string; user: string; admin: boolean }, doing: Doing): ChatEvent {
  events += 1
  return {
    ...doing,
    id: `e${events}`,
    workspace: { ref: `slack:${who.team}`, name: who.team },
    channel: { ref: `slack:${who.team}:C${who.team}`, name: 'quiz' },
    player: { ref: `slack:${who.team}:${who.user}${events}`, name: `name ${events}`, isAdmin: async () => who.admin },
  }
}

/** The victim's data after the last test. */
let before: Awaited<ReturnType<typeof picture>>

/** Sends the events, and checks that no data of the victim changes and that no reply contains it. */
async function leavesAlone(sent: ChatEvent[]): Promise<void> {
  for (const one of sent) {
    const reply = await world.app.handleEvent(one)
    expect(JSON.stringify(reply)).not.toContain(secret)
  }
  await isUnchanged()
}

async function isUnchanged(): Promise<void> {
  const after = await picture()
  const expected = before
  before = after
  expect(after).toEqual(expected)
}

function textOf(reply: Reply): string {
  return 'message' in reply ? JSON.stringify(reply.message) : ''
}

function ids(): number[] {
  return [
    ...new Set([victim.roundId, victim.answerId, victim.disputeId, victim.practiceId, victim.teamId, victim.playerId]),
  ]
}

async function picture() {
  const { store } = world.app.deps
  const { workspaceId, channelId, roundId, answerId, playerId, practiceId } = victim
  return {
    workspace: await store.workspaces.find(workspaceId),
    channel: await store.channels.find(channelId),
    rounds: await store.rounds.latest(channelId, ['posting', 'open', 'closed', 'failed'], 10),
    answer: await store.answers.find(answerId),
    attempts: await store.answers.ofPlayer(roundId, playerId),
    hint: await store.hints.taken(roundId, playerId),
    player: await store.players.find(playerId),
    disputes: await Promise.all(
      (['open', 'accepted', 'rejected'] as const).map((state) => store.disputes.list(workspaceId, state, 10)),
    ),
    practice: await store.practice.find(practiceId),
    share: await store.shares.find(1),
    reminder: await store.reminders.find(playerId),
    pauses: await store.pauses.of(playerId),
    teams: (await store.teams.list(workspaceId)).map(({ id, name, linked }) => ({ id, name, linked })),
  }
}

/** Creates a workspace with a team, an open round, a graded and disputed answer, and a practice item. */
async function settle() {
  const { deps } = world.app
  const { store } = deps
  const workspace = await store.workspaces.recognise({ ref: 'slack:TB', name: 'TB' })
  const channel = await store.channels.recognise(workspace.id, { ref: 'slack:TB:CTB', name: 'quiz' })
  const player = await store.players.recognise(workspace.id, { ref: 'slack:TB:UB', name: secret })
  const team = await store.teams.create({
    workspaceId: workspace.id,
    name: teamName,
    key: teamKey(teamName),
  })
  const [question] = await deps.bank.current({ workspaceId: 0, packs: ['built-in'] })
  if (!question || !team) throw new Error('the scene could not be set')
  const round = await store.rounds.create({
    workspaceId: workspace.id,
    channelId: channel.id,
    questionId: question.id,
    questionVersion: question.version,
    kind: 'scheduled',
    createdAt: new Date(),
    localDate: '2026-01-05',
    attempts: 2,
  })
  if (!round) throw new Error('no round')
  await store.rounds.change(round.id, { state: 'open', posted: 'slack:TB:CTB:1.2', openedAt: new Date() })
  const received = await store.answers.receive({
    ...{ roundId: round.id, playerId: player.id, teamId: team.id, attempt: 1 },
    ...{ text: `${secret}, it is temporary`, eventId: 'first', receivedAt: new Date(), fingerprint: 'UB' },
  })
  if (!received) throw new Error('no answer')
  await createGrader({ ...deps, queue: { ...deps.queue, add: async () => {} } })(received.answer.id)
  // Otherwise the sweep would deliver the grade, and the data would change by itself.
  await store.answers.change(received.answer.id, { state: 'told', at: new Date() })
  const { dispute } = await store.disputes.open({
    ...{ workspaceId: workspace.id, answerId: received.answer.id, playerId: player.id, openedAt: new Date() },
  })
  await store.reminders.keep({ playerId: player.id, workspaceId: workspace.id, time: '16:00', zone: 'UTC' })
  await store.pauses.keep(player, [{ first: '2199-01-05', last: '2199-01-09' }])
  const practice = await store.practice.ask({
    ...{ workspaceId: workspace.id, playerId: player.id, questionId: question.id, questionVersion: question.version },
  })
  return {
    ...{ workspaceId: workspace.id, channelId: channel.id, playerId: player.id, teamId: team.id },
    questionId: question.id,
    ...{ roundId: round.id, answerId: received.answer.id, disputeId: dispute.id, practiceId: practice.id },
  }
}
