import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anAnswer, aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

let world: HabitWorld
beforeEach(async () => {
  world = await habitWorld('2026-03-02T09:00:00Z', [aQuestion('one')])
})
afterEach(() => world.close())

const most = 200

/** Types commands one after the other. A name with a star is an admin. */
async function type(lines: readonly string[]): Promise<string[]> {
  const told: string[] = []
  for (const line of lines) {
    const [name = '', ...words] = line.split(' ')
    const person = world.person(name.replace('*', ''), { admin: name.endsWith('*') })
    told.push(await person.types(words.join(' ')))
  }
  return told
}

async function teams(): Promise<string[]> {
  const { id } = await world.store.workspaces.recognise({ ref: 'slack:T1', name: 'Acme' })
  return (await world.store.teams.list(id)).map(({ name }) => name)
}

async function fill(count: number): Promise<void> {
  const { id: workspaceId } = await world.store.workspaces.recognise({ ref: 'slack:T1', name: 'Acme' })
  for (let number = 0; number < count; number++) {
    const team = await world.store.teams.create({ workspaceId, name: `Full ${number}`, key: `full${number}` })
    const player = await world.store.players.recognise(workspaceId, { ref: `slack:T1:P${number}`, name: 'P' })
    await world.store.players.change(player.id, { teamId: team?.id ?? 0 })
  }
}

describe('a team whose last player leaves', () => {
  it.each([
    ['goes, if nobody answered for it', ['Ann team create Core', 'Ann team leave'], []],
    ['goes, if its player creates another', ['Ann team create Core', 'Ann team create Web'], ['Web']],
    [
      'goes, if its player joins another',
      ['Ben team create Web', 'Ann team create Core', 'Ann team join Web'],
      ['Web'],
    ],
    ['stays while somebody else is in it', ['Ann team create Core', 'Ben team join Core', 'Ann team leave'], ['Core']],
    [
      'stays for others to join, if an admin left it',
      ['Ann* team create Core', 'Ann* team create Web'],
      ['Core', 'Web'],
    ],
    [
      'stays if somebody answered for it, rightly or not',
      ['Ann team create Core', 'Ann ask', 'Ann answer Nothing yet', 'Ann team create Web'],
      ['Core', 'Web'],
    ],
  ])('%s', async (_, lines, left) => {
    await type(lines)
    expect(await teams()).toEqual(left)
  })

  it('is deleted if its player is forgotten', async () => {
    await type(['Ann team create Core', 'Ben team create Web', 'Cleo team join Web'])
    for (const player of [1, 2]) await world.store.players.forget(player, 'a fingerprint')
    expect(await teams()).toEqual(['Web'])
  })

  it('stays while an answer for it is waiting for its grade', async () => {
    await type(['Ann team create Core', 'Ann ask'])
    const [round] = await world.store.rounds.latest(1, ['open'], 1)
    const player = await world.store.players.find(1)
    if (!round || !player) throw new Error('nothing is open')
    await world.store.answers.receive(anAnswer({ round, player }, { teamId: 1 }))
    await world.store.players.change(1, { teamId: null })
    await world.store.teams.removeUnused(1, 1)
    expect(await teams()).toEqual(['Core'])
  })
})

describe('a workspace', () => {
  it('ends up with one new team per person, no matter how many each of them creates', async () => {
    const names = Array.from({ length: 10 }, (_, number) => `P${number}`)
    await Promise.all(
      names.map((name) => type(Array.from({ length: 12 }, (_, turn) => `${name} team create ${name} ${turn}`))),
    )
    expect(await teams()).toHaveLength(10)
  })

  it(`has room for ${most} teams with people in them, even if two people create the last one at the same moment`, async () => {
    await fill(most - 1)
    const told = await Promise.all([type(['Ann team create Core']), type(['Ben team create Web'])])
    expect(told.flat().toSorted()).toEqual([
      expect.stringMatching(/^This workspace has 200 teams already, the most it can have\./),
      expect.stringMatching(/^You created team/),
    ])
    expect(await teams()).toHaveLength(most)
    expect(await type(['Cleo team create full 7'])).toEqual([expect.stringMatching(/^There’s already a team/)])
    expect(await type(['Cleo team join Full 7'])).toEqual([expect.stringMatching(/^You’re in team Full 7 now/)])
  })

  it('has room again when everybody has left a team, which stays on the boards', async () => {
    await fill(most - 1)
    await type(['Ann team create Core', 'Ann ask', 'Ann answer Nothing yet', 'Ann team leave'])
    expect(await type(['Ben team create Web'])).toEqual([expect.stringMatching(/^You created team Web/)])
    expect(await teams()).toEqual(expect.arrayContaining(['Core', 'Web']))
    expect(await type(['Cleo team create More'])).toEqual([expect.stringMatching(/the most it can have/)])
  })

  it('replaces a team that nobody joined with a new one when the list is full', async () => {
    await type(['Ann* team create Empty', 'Ann* team create Hers'])
    await fill(most - 2)
    expect(await type(['Ben team create Core'])).toEqual([expect.stringMatching(/^You created team Core/)])
    expect(await teams()).not.toContain('Empty')
    expect(await teams()).toContain('Hers')
    expect(await type(['Cleo team create More'])).toEqual([expect.stringMatching(/the most it can have/)])
  })
})
