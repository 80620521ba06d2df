import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person
let ann: Person
let ben: Person

const hours = 60 * 60 * 1000
const right = 'Once a day'

beforeAll(async () => {
  // The clocks change in Berlin on March 29, two days before the season ends.
  world = await habitWorld(
    '2026-03-16T12:00:00Z',
    Array.from({ length: 40 }, (_, index) => aQuestion(`q${index}`, 'v1', `topic-${index}`)),
  )
  admin = world.person('Admin', { admin: true })
  ann = world.person('Ann')
  ben = world.person('Ben')
})
afterAll(() => world.close())

const finales = () => world.chat.said.filter(({ how, text }) => how === 'post' && text.includes('The season is over'))

describe('the seasons of a team', () => {
  it('are off until an admin turns them on', async () => {
    expect(await ann.types('leaderboard season')).toMatchInlineSnapshot(
      `"There are no seasons here. An admin can start them with /heroku-quiz settings seasons month."`,
    )
    await admin.types('schedule set 09:30 Europe/Berlin')
    await ann.types('team create The Rockets')
    await ben.types('team create The Anchors')
    await world.passUntil('2026-03-17T10:00:00Z')
    await ann.types(`answer ${right}`)
    expect(await admin.types('settings seasons on')).toContain('Use month, quarter or off')
    expect(await admin.types('settings seasons month')).toMatchInlineSnapshot(`
      "seasons off → month · a board that starts over each month or quarter: month, quarter or off
      (All settings: /heroku-quiz settings)"
    `)
  })

  it('begin with the points already earned in their first month', async () => {
    expect(await ann.types('leaderboard season')).toMatchInlineSnapshot(`
      "# Teams, this season
      1. The Rockets 10 *
      (A team’s points come from its best three players each day.)
      # Players, this season
      1. Ann 10 *
      (The season ends on 31 March, in 14 days.)
      [Open the board]"
    `)
    expect(await ann.types('leaderboard season players')).not.toContain('Teams')
  })

  it('end at midnight in the workspace’s time zone', async () => {
    await world.passUntil('2026-03-18T10:00:00Z', 12 * hours)
    await ben.types(`answer ${right}`)
    await world.passUntil('2026-03-31T10:00:00Z', 24 * hours)
    await ann.types(`answer ${right}`)
    expect(await ann.types('leaderboard season')).toContain('The season ends today, on ')
    await world.passUntil('2026-03-31T22:30:00Z', 12 * hours)
    // Half past midnight in Berlin.
    await ben.types(`answer ${right}`)
    expect(await ben.types('leaderboard season')).toContain('The season ends on 30 April, in 29 days.')
    expect(await ben.types('leaderboard season teams')).toContain('1. The Anchors 10 *\n(A team')
  })

  it('are closed in the morning, once, with a picture', async () => {
    await world.passUntil('2026-04-01T06:59:00Z', 9 * hours)
    expect(finales()).toEqual([])
    await world.passUntil('2026-04-01T07:01:00Z', 60_000)
    expect(finales()).toHaveLength(1)
    expect(finales()[0]?.text).toMatchInlineSnapshot(`
      "# The season is over: March 2026
      [Season finale, March 2026. Teams: 1. The Rockets, 20 points; 2. The Anchors, 10 points. Players: 1. Ann, 20 points; 2. Ben, 10 points. 3 answers by 2 people.]
      - Team of the season: The Rockets, with 20 points
      - Player of the season: Ann, with 20 points
      Teams
      1. The Rockets 20
      2. The Anchors 10
      (A team’s points come from its best three players each day.)
      Players
      1. Ann 20
      2. Ben 10
      2 people gave 3 answers to 3 questions. A new season has begun, and everyone starts at zero. All-time points stay.
      [Open the board]"
    `)
    const image = finales()[0]?.message.blocks.find((block) => block.kind === 'image')
    expect(Buffer.from(image?.png.subarray(1, 4) ?? []).toString()).toBe('PNG')
    await world.passUntil('2026-04-02T07:30:00Z', 8 * hours)
    expect(finales()).toHaveLength(1)
  })

  it('leave a hall of fame, and don’t change the all-time board', async () => {
    expect(await ben.types('leaderboard season')).toMatchInlineSnapshot(`
      "# Teams, this season
      1. The Anchors 10 *
      (A team’s points come from its best three players each day.)
      # Players, this season
      1. Ben 10 *
      (The season ends on 30 April, in 28 days.)
      Hall of fame
      - March 2026: The Rockets, with 20 points · Ann, with 20 points
      [Open the board]"
    `)
    expect(await ben.types('leaderboard all players')).toContain('Ann 20')
  })

  it('end without a post if nobody won', async () => {
    await admin.types('schedule off')
    await world.passUntil('2026-05-01T12:00:00Z', 240 * hours)
    await admin.types('schedule set 09:30 Europe/Berlin')
    await world.passUntil('2026-06-01T12:00:00Z', 240 * hours)
    expect(finales().slice(1)).toEqual([])
  })

  it('hide the name of a winner who asks to be forgotten', async () => {
    await ann.types('privacy forget')
    await ann.presses('privacy-forget:0')
    const said = await ben.types('leaderboard season')
    expect(said).toContain('March 2026: The Rockets')
    expect(said).not.toContain('Ann')
  })

  it('show nothing while they are off, but keep their winners', async () => {
    expect(await admin.types('settings seasons off')).toContain('seasons month → off')
    expect(await ben.types('leaderboard season')).toContain('no seasons here')
    await admin.types('settings seasons month')
    expect(await ben.types('leaderboard season')).toContain('March 2026')
  })
})
