import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person
let other: Person
let ann: Person

beforeEach(async () => {
  world = await habitWorld('2026-03-02T07:30:00Z', [aQuestion('one'), aQuestion('two')])
  admin = world.person('Admin', { admin: true })
  other = world.person('Other', { admin: true })
  ann = world.person('Ann')
  await admin.types('schedule set 09:00 Europe/Berlin mon-fri')
  await ann.types('team create Rockets')
  await world.passUntil('2026-03-02T09:00:00Z')
})
afterEach(() => world.close())

const undoIn = (said: string): string => /undo:\d+/.exec(said)?.[0] ?? ''
const points = async () =>
  (
    await world.store.boards.top(
      { workspaceId: 1, window: 'all', by: 'players', day: '2026-03-02', teamScore: 'sum' },
      5,
    )
  ).map((row) => row.points)
const state = async () => (await world.store.disputes.find(1))?.state
const causes = async (answer: number) =>
  (await world.store.grades.all(answer)).map(({ cause, earned }) => `${cause} ${earned}`)

async function aDispute(): Promise<void> {
  await ann.types('answer each morning')
  await ann.sends('dispute:1', { reason: '' })
}

describe('undoing a decision about a dispute', () => {
  it('removes the points with new entries, reopens the dispute, and explains this to the player', async () => {
    await aDispute()
    const said = await admin.sends('dispute-accept:1', { note: 'Fine.' })
    expect(said).toMatchInlineSnapshot(`
      "Accepted. The leaderboard is updated and the player is notified.
      (You or an admin can undo this within ten minutes.)
      [Undo: undo:1]"
    `)
    expect([await points(), await state()]).toEqual([[10], 'accepted'])
    expect(ann.told().at(-1)).toContain('Your dispute was accepted: 10 points more for you.')
    expect(await other.presses(undoIn(said))).toBe(
      'Undone. The dispute is open again, and the points are back to what they were. /heroku-quiz disputes lists it.',
    )
    expect([await points(), await state()]).toEqual([[], 'open'])
    expect(await causes(1)).toEqual(['regrade -10', 'dispute 10', 'graded 0'])
    expect(await world.store.boards.differences(1)).toEqual([])
    expect(ann.told().at(-1)).toContain('An admin withdrew the decision on your dispute, so it’s open again')
    // A decision made after the undo is also delivered, and counts only once.
    await world.passUntil('2026-03-02T09:01:00Z', 60_000)
    await admin.sends('dispute-accept:1', { note: '' })
    expect(ann.told().at(-1)).toContain('Your dispute was accepted: 10 points more for you.')
    expect(await points()).toEqual([10])
    expect(ann.told().filter((text) => text.includes('our dispute'))).toHaveLength(3)
  })

  it('comes after a message with the change of the total over all tries', async () => {
    await world.store.transaction((tables) => tables.channels.change(1, { settings: { attempts: 3 } }))
    await aDispute()
    await ann.types('answer once a day')
    expect(await points()).toEqual([5])
    await world.passUntil('2026-03-02T09:05:00Z', 60_000)
    await admin.sends('dispute-accept:1', { note: '' })
    expect(await points()).toEqual([10])
    expect(ann.told().at(-1)).toContain('Your dispute was accepted: 5 points more for you.')
  })

  it('counts a later try as if no dispute had been accepted', async () => {
    await aDispute()
    const said = await admin.sends('dispute-accept:1', { note: '' })
    await world.store.transaction((tables) => tables.channels.change(1, { settings: { attempts: 3 } }))
    await world.passUntil('2026-03-02T09:05:00Z', 60_000)
    await admin.presses(undoIn(said))
    await ann.types('answer once a day')
    // Half of the improvement, as for every second try.
    expect(await points()).toEqual([5])
    expect(await world.store.boards.differences(1)).toEqual([])
  })

  it('changes no grade if it was a rejection', async () => {
    await aDispute()
    const said = await admin.sends('dispute-reject:1', { note: 'No.' })
    expect(await admin.presses(undoIn(said))).toContain('Undone.')
    expect([await state(), await causes(1)]).toEqual(['open', ['graded 0']])
    expect((await world.store.disputes.find(1))?.note).toBeUndefined()
  })

  it('happens once, even if two admins press the button at the same time, and not after a newer decision', async () => {
    await aDispute()
    const first = undoIn(await admin.sends('dispute-accept:1', { note: '' }))
    const said = await Promise.all([admin.presses(first), other.presses(first)])
    expect(said.filter((one) => one.startsWith('Undone.'))).toHaveLength(1)
    expect(said.filter((one) => one.includes('A newer change has replaced this one'))).toHaveLength(1)
    await world.passUntil('2026-03-02T09:01:00Z', 60_000)
    await other.sends('dispute-accept:1', { note: '' })
    expect(await admin.presses(first)).toContain('A newer change has replaced this one')
    expect(await points()).toEqual([10])
  })
})

describe('undoing `schedule off`', () => {
  it('restores the schedule with its dates, and shows when the next question comes', async () => {
    await admin.types('settings skip 2026-03-04')
    const before = (await world.store.channels.find(1))?.schedule
    const said = await admin.types('schedule off')
    expect(said).toContain('The daily question is off in this channel.')
    const undone = await other.presses(undoIn(said))
    expect(undone).toContain('Undone. The daily question is on again with its earlier schedule.')
    expect(undone).toContain('Skipped: 2026-03-04')
    expect((await world.store.channels.find(1))?.schedule).toEqual(before)
    expect((await world.store.workspaces.find(1))?.weekly.on).toBe(true)
    await world.passUntil('2026-03-03T09:00:00Z')
    expect((await world.store.rounds.latest(1, ['open'], 5)).map(({ localDate }) => localDate)).toEqual(['2026-03-03'])
    expect(world.errors).toEqual([])
  })

  it('is refused if there is a new schedule, and offered only if there was one before', async () => {
    const off = undoIn(await admin.types('schedule off'))
    expect(await admin.types('schedule off')).not.toContain('Undo')
    await admin.types('schedule set 10:00 UTC')
    expect(await admin.presses(off)).toContain('A newer change has replaced this one')
    await admin.types('schedule off')
    expect(await admin.presses(off)).toContain('A newer change has replaced this one')
    expect((await world.store.channels.find(1))?.schedule).toBeUndefined()
  })
})

describe('undoing a new team name', () => {
  it('is limited: a script that keeps renaming is refused, and no more changes are stored', async () => {
    for (let times = 1; times <= 10; times++) await ann.types(`team rename Comets ${times}`)
    expect(await ann.types('team rename Comets 11')).toContain('You’ve renamed your team 10 times in an hour')
    expect(await world.store.changes.latest(1, { limit: 20 })).toHaveLength(10)
    await world.passUntil('2026-03-02T10:30:00Z')
    expect(await ann.types('team rename Comets 11')).toContain('Comets 11')
  })

  it('restores the old name, even if the person who renamed it is not an admin', async () => {
    const said = await ann.types('team rename Comets')
    expect(await ann.presses(undoIn(said))).toBe('Undone. The team’s name is Rockets again.')
    expect(await ann.presses(undoIn(said))).toContain('A newer change has replaced this one')
    expect(await admin.presses(undoIn(await ann.types('team rename Stars')))).toBe(
      'Undone. The team’s name is Rockets again.',
    )
  })

  it('is refused if the team was renamed again, or if its old name is taken', async () => {
    const first = undoIn(await ann.types('team rename Comets'))
    const second = undoIn(await ann.types('team rename Stars'))
    expect(await ann.presses(first)).toContain('A newer change has replaced this one')
    await world.person('Ben').types('team create Comets')
    expect(await ann.presses(second)).toContain('There’s already a team called “Comets”')
  })
})

describe('undoing', () => {
  it('works for admins of the workspace, for ten minutes, and only for changes that can be undone', async () => {
    const undo = undoIn(await admin.types('schedule off'))
    const stranger = world.person('Mallory', { admin: true, workspace: 'slack:T2' })
    expect(await ann.presses(undo)).toContain('Only admins can do that')
    expect(await stranger.presses(undo)).toBe('There’s nothing here I can undo.')
    expect(await admin.presses('undo:999')).toBe('There’s nothing here I can undo.')
    const rename = undoIn(await ann.types('team rename Comets'))
    expect(await world.person('Ben').presses(rename)).toContain('Only admins can do that')
    await world.passUntil('2026-03-02T09:10:00Z', 60_000)
    expect(await admin.presses(undo)).toContain('Undone.')
    const [undone] = await world.store.changes.latest(1, { limit: 1 })
    expect(await admin.presses(`undo:${undone?.id}`)).toBe('There’s nothing here I can undo.')
    const again = undoIn(await admin.types('schedule off'))
    await world.passUntil('2026-03-02T09:20:01Z', 60_000)
    expect(await admin.presses(again)).toBe('That was more than 10 minutes ago, so I can’t undo it anymore.')
    expect((await world.store.channels.find(1))?.schedule).toBeUndefined()
  })
})
