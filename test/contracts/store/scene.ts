import type { Question } from '../../../src/domain/question.ts'
import type { Round, RoundKind } from '../../../src/domain/round.ts'
import type { Grade } from '../../../src/domain/rubric/rubric.ts'
import type { NewAnswer } from '../../../src/ports/store/answers.ts'
import type { Channel } from '../../../src/ports/store/channels.ts'
import type { Player } from '../../../src/ports/store/players.ts'
import type { QuestionVersion } from '../../../src/ports/store/questions.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import type { Team } from '../../../src/ports/store/teams.ts'
import type { Workspace } from '../../../src/ports/store/workspaces.ts'

let count = 0

/** Returns a number that is unique in the file. */
export function next(): number {
  count += 1
  return count
}

export async function aWorkspace(store: Store): Promise<Workspace> {
  const number = next()
  return store.workspaces.recognise({ ref: `slack:T${number}`, name: `Workspace ${number}` })
}

export async function aPlayer(store: Store, workspace: Workspace, name = 'Ada'): Promise<Player> {
  return store.players.recognise(workspace.id, { ref: `${workspace.ref}:U${next()}`, name })
}

export async function aTeam(store: Store, workspace: Workspace, name = `Team ${next()}`): Promise<Team> {
  const team = await store.teams.create({ workspaceId: workspace.id, name, key: name.toLowerCase() })
  if (!team) throw new Error(`there is a team ${name} already`)
  return team
}

export async function aChannel(store: Store, workspace: Workspace): Promise<Channel> {
  return store.channels.recognise(workspace.id, { ref: `${workspace.ref}:C${next()}`, name: 'general' })
}

export type Scene = { workspace: Workspace; channel: Channel; round: Round; player: Player }

export async function aScene(store: Store): Promise<Scene> {
  const workspace = await aWorkspace(store)
  const [channel, player] = await Promise.all([aChannel(store, workspace), aPlayer(store, workspace)])
  const round = await aRound(store, channel)
  return { workspace, channel, round, player }
}

export async function aRound(
  store: Store,
  channel: Channel,
  localDate = '2026-03-02',
  kind: RoundKind = 'extra',
): Promise<Round> {
  const question = aQuestion('dyno-restart')
  const known = await store.questions.find(question.id, question.version)
  if (!known) await store.questions.load([question])
  const round = await store.rounds.create({
    workspaceId: channel.workspaceId,
    channelId: channel.id,
    questionId: question.id,
    questionVersion: question.version,
    kind,
    localDate,
    attempts: 2,
    createdAt: new Date('2026-03-02T08:59:59Z'),
  })
  if (!round) throw new Error('the round was refused')
  return store.rounds.change(round.id, { state: 'open', openedAt: new Date('2026-03-02T09:00:00Z') })
}

export function aQuestion(id: string, version = 'v1', topic = 'dynos'): QuestionVersion {
  const question: Question = {
    id,
    topic,
    facts: ['H001'],
    difficulty: 'easy',
    kind: 'recall',
    prompt: `What about ${id}?`,
    hint: 'Think of time.',
    rubric: { points: [{ id: 'daily', label: 'once a day', says: ['once a day'] }] },
    answer: 'Once a day.',
    explanation: 'It is so.',
    sources: ['https://devcenter.heroku.com'],
    asOf: '2026-01',
    examples: [],
  }
  return { id, version, question, synonyms: { daily: ['once a day', 'every day'] } }
}

export function anAnswer({ round, player }: Pick<Scene, 'round' | 'player'>, more: Partial<NewAnswer> = {}): NewAnswer {
  return {
    roundId: round.id,
    playerId: player.id,
    attempt: 1,
    text: 'Once a day.',
    eventId: `event-${next()}`,
    receivedAt: new Date('2026-03-02T10:00:00Z'),
    fingerprint: `fingerprint of ${player.id}`,
    ...more,
  }
}

export function aGrade(score = 1): Grade {
  return {
    score,
    verdict: score === 1 ? 'correct' : 'partial',
    points: [{ id: 'daily', found: true, evidence: [{ start: 0, end: 10 }] }],
    misconceptions: [{ id: 'weekly', evidence: [{ start: 0, end: 4 }] }],
    readings: [{ read: 'dya', as: 'day' }],
  }
}

export async function anAnswerWorth(
  store: Store,
  scene: Pick<Scene, 'round' | 'player'>,
  points: number,
  more: { teamId?: number; day?: string; score?: number } = {},
): Promise<{ answerId: number; gradeId: number }> {
  const { teamId, day = '2026-03-02', score = 1 } = more
  return store.transaction(async (tables) => {
    const attempt = (await tables.answers.ofPlayer(scene.round.id, scene.player.id)).length + 1
    const received = await tables.answers.receive(anAnswer(scene, { attempt, text: `Answer ${next()}` }))
    if (!received) throw new Error('the answer was refused')
    const answerId = received.answer.id
    const { id: gradeId } = await tables.grades.save({
      ...aGrade(score),
      answerId,
      questionVersion: 'v1',
      cause: 'graded',
      earned: points,
      gradedAt: new Date('2026-03-02T10:00:01Z'),
    })
    await tables.boards.award({
      gradeId,
      workspaceId: scene.round.workspaceId,
      playerId: scene.player.id,
      roundId: scene.round.id,
      points,
      day,
      ...(teamId !== undefined && { teamId }),
    })
    await tables.answers.change(answerId, { state: 'graded', at: new Date('2026-03-02T10:00:01Z') })
    return { answerId, gradeId }
  })
}
