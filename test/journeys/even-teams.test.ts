import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

const right = 'once a day'

let world: HabitWorld
let admin: Person
const team = async (name: string) => {
  const player = await world.store.players.findByRef(world.person(name).ref)
  return player?.teamId === undefined ? undefined : (await world.store.teams.find(player.teamId))?.name
}

/**
 * Ann and Ben are in one team and win everything. Cem and Dora sometimes win in the other. Eve has no team, and Finn
 * hasn't answered.
 */
beforeEach(async () => {
  world = await habitWorld(
    '2026-03-02T08:00:00Z',
    ['one', 'two', 'three', 'four', 'five'].map((id) => aQuestion(id)),
  )
  admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC daily')
  await world.person('Ann').types('team create Core')
  await world.person('Ben').types('team join Core')
  await world.person('Cem').types('team create Web')
  await world.person('Dora').types('team join Web')
  await world.person('Finn').types('team join Web')
  for (const [day, winners] of [
    ['02', ['Ann', 'Ben', 'Cem']],
    ['03', ['Ann', 'Ben', 'Eve']],
    ['04', ['Ann', 'Ben', 'Dora', 'Eve']],
  ] as const) {
    await world.passUntil(`2026-03-${day}T10:00:00Z`)
    for (const name of winners) await world.person(name).types(`answer ${right}`)
  }
  await world.passUntil('2026-03-05T10:00:00Z')
})
afterEach(() => world.close())

const everyone = ['Ann', 'Ben', 'Cem', 'Dora', 'Eve', 'Finn']
const teams = async () => Promise.all(everyone.map(team))
const accept = (said: string): string => /team-accept:\d+/.exec(said)?.[0] ?? ''
const another = (said: string): string => /team-balance:\d+/.exec(said)?.[0] ?? ''

describe('teams of even strength', () => {
  it('are proposed with their strength, and nothing changes before an admin accepts', async () => {
    const said = await admin.types('team balance')
    expect(said).toMatchInlineSnapshot(`
      "# Balanced teams
      2 evenly matched teams, based on what everybody earned in the four weeks up to yesterday. 3 of 6 players would move.
      - Web · 3 players · about 15 points a week: Ann (from Core), Dora and Finn
      - Core · 3 players · about 15 points a week: Cem (from Web), Eve (had no team) and Ben
      (1 player without an answer in that time counts as average.)
      (Nothing changes until you accept. Points earned so far stay with the team they were earned for.)
      [Accept: team-accept:20005766023912] [Another proposal: team-balance:20010000000000] [Leave as is: team-keep:0]"
    `)
    expect(await admin.presses('team-keep:0')).toBe('The teams stay as they are.')
    expect(await teams()).toEqual(['Core', 'Core', 'Web', 'Web', undefined, 'Web'])
  })

  it('exist after an admin accepts, points stay, and each player is notified once, privately, with the next grade', async () => {
    const before = await admin.types('leaderboard all teams')
    const posts = world.chat.said.filter(({ how }) => how !== 'tell').length
    const said = await admin.presses(accept(await admin.types('team balance')))
    expect(said).toBe('Done. 3 players have moved, and each will hear about it privately with their next grade.')
    expect(await teams()).toEqual(['Web', 'Core', 'Core', 'Web', 'Core', 'Web'])
    expect(await admin.types('leaderboard all teams')).toBe(before)
    expect(world.chat.said.filter(({ how }) => how !== 'tell')).toHaveLength(posts)
    const moved = 'An admin balanced the teams: you’re in team Web now. Points you earned before stay'
    await world.person('Ann').types('answer nothing yet')
    await world.person('Ann').types(`answer ${right}`)
    await world.person('Ben').types(`answer ${right}`)
    const [first, second] = world.person('Ann').told().slice(-2)
    expect([first?.includes(moved), second?.includes(moved)]).toEqual([true, false])
    expect(world.person('Ben').told().at(-1)).not.toContain('balanced the teams')
    expect(await world.store.boards.differences(1)).toEqual([])
    expect(await admin.types('team balance')).toContain('Your teams are already balanced')
  })

  it('can be proposed again, with any number of teams', async () => {
    const first = await admin.types('team balance')
    const next = await admin.presses(another(first))
    expect(next).toContain('Balanced teams')
    expect(accept(next)).not.toBe(accept(first))
    const three = await admin.types('team balance 3')
    expect(three).toContain('a new team: ')
    await admin.presses(accept(three))
    const sizes = (await world.store.teams.list(1)).map(({ name, members }) => [name, members])
    expect(sizes).toEqual([
      ['Core', 2],
      ['Team 1', 2],
      ['Web', 2],
    ])
    const two = await admin.types('team balance 2')
    expect(two).toContain('Nobody would be left in Team 1.')
    await admin.presses(accept(two))
    // Nobody has answered for this team, so it is deleted.
    expect((await world.store.teams.list(1)).map(({ members }) => members)).toEqual([3, 3])
  })

  it.each([
    ['somebody joined', () => world.person('Gus').types('team join Core')],
    ['somebody left', () => world.person('Dora').types('team leave')],
    ['a team has another name', () => world.person('Ann').types('team rename Nucleus')],
    ['a team follows a group now', () => world.store.teams.change(2, { linked: 'slack:T1:S1' }).then(() => '')],
    ['a player was forgotten', () => world.person('Ben').presses('privacy-forget:0')],
    ['other people are stronger a day later', () => world.passUntil('2026-03-08T10:00:00Z').then(() => '')],
  ])('are not applied if %s since then: nobody moves, and the admin sees a new proposal', async (_what, meanwhile) => {
    const old = accept(await admin.types('team balance'))
    await world.person('Eve').types(`answer ${right}`)
    await meanwhile()
    const before = await teams()
    const said = await admin.presses(old)
    expect(said).toContain('Teams or players have changed since then, so nobody was moved.')
    expect(await teams()).toEqual(before)
    expect(await admin.presses(accept(said))).toContain('Done.')
  })

  it('stay valid while people answer today’s question', async () => {
    const proposed = accept(await admin.types('team balance'))
    for (const name of everyone) await world.person(name).types(`answer ${right}`)
    expect(await admin.presses(proposed)).toContain('Done.')
  })

  it('move everybody once, no matter how often and by how many admins they are accepted', async () => {
    const proposed = accept(await admin.types('team balance'))
    const other = world.person('Other', { admin: true })
    const said = await Promise.all([admin, other, admin].map((one) => one.presses(proposed)))
    expect(said.filter((one) => one.startsWith('Done.'))).toHaveLength(1)
    expect((await world.store.teams.list(1)).map(({ members }) => members)).toEqual([3, 3])
  })

  it('leave out teams that follow a group, and mention this', async () => {
    await world.store.teams.change(2, { linked: 'slack:T1:S1' })
    const said = await admin.types('team balance')
    expect(said).toContain('Unchanged, because they follow a user group or role: Web.')
    await admin.presses(accept(said))
    expect(await teams()).toEqual(expect.arrayContaining(['Web']))
    expect((await Promise.all(['Cem', 'Dora', 'Finn'].map(team))).join()).toBe('Web,Web,Web')
  })

  it.each([
    ['team balance 1', 'I can balance 2 to 20 teams. For example: /heroku-quiz team balance 3.'],
    ['team balance many', 'I can balance 2 to 20 teams.'],
    ['team balance 21', 'I can balance 2 to 20 teams.'],
    ['team balance 9', '6 players aren’t enough for 9 teams.'],
  ])('“%s” is refused with an example that works', async (words, why) => {
    expect(await admin.types(words)).toContain(why)
  })

  it('are only for admins', async () => {
    const said = await admin.types('team balance')
    const ann = world.person('Ann')
    for (const reply of [
      await ann.types('team balance'),
      await ann.presses(accept(said)),
      await ann.presses(another(said)),
    ]) {
      expect(reply).toContain('Only admins can do that')
    }
    expect(await admin.presses('team-accept:999999999999999')).toContain('I can balance 2 to 20 teams')
    expect(await world.person('Nora', { admin: true, workspace: 'slack:T2' }).presses(accept(said))).toContain(
      'nobody to balance',
    )
    expect(await teams()).toEqual(['Core', 'Core', 'Web', 'Web', undefined, 'Web'])
  })
})
