import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person
let ann: Person

beforeAll(async () => {
  world = await habitWorld('2026-03-02T08:00:00Z', [aQuestion('one'), aQuestion('two'), aQuestion('three')])
  admin = world.person('Admin', { admin: true })
  ann = world.person('Ann')
})
afterAll(() => world.close())

describe('a setting', () => {
  it('shows the changed setting with its old and new value', async () => {
    expect(await admin.types('settings attempts 3')).toContain('attempts 2 → 3 · tries a player has in a round')
    expect(await admin.types('settings attempts 3')).toContain('attempts 3, as before')
    expect(await admin.types('settings reveal-after 90min')).toContain('reveal-after 24h → 90min')
    expect(await admin.types('settings reveal-after 1 day')).toContain('reveal-after 90min → 24h')
  })

  it('warns if it leaves few questions', async () => {
    const said = await admin.types('settings difficulty hard')
    expect(said).toContain('No question fits these settings, so none will be asked.')
    expect(await admin.types('settings difficulty any')).toContain('Only 3 questions fit these settings')
    await admin.types('settings pin one')
    expect(await admin.types('settings topics all')).toContain('1 pinned question comes first.')
    expect(await admin.types('settings pin off')).toContain('none')
    expect(await admin.types('settings topics all')).not.toContain('pinned')
  })

  it('is refused with an example for that setting', async () => {
    const said = await admin.types('settings zone Mars/Base')
    expect(said).toContain('I don’t know the time zone “Mars/Base”')
    expect(said).toContain('/heroku-quiz settings zone Europe/Berlin')
    expect(said).not.toContain('schedule set')
  })
})

describe('a schedule', () => {
  it('reports the missing part', async () => {
    expect(await admin.types('schedule set 9:30')).toContain('The time zone is missing, for example Europe/Berlin.')
  })

  it('sets the time zone of the whole workspace if it is the first one, and says so', async () => {
    const said = await admin.types('schedule set 9:30 Europe/Berlin')
    expect(said).toContain('Days and weeks now follow Europe/Berlin time in the whole workspace, too')
    expect(await admin.types('schedule set 9:30 Europe/Paris', 'other')).not.toContain('Days and weeks')
  })

  it('says that the workspace’s zone stays UTC, if the first schedule was in UTC', async () => {
    const utc = await habitWorld('2026-03-02T08:00:00Z', [aQuestion('one')])
    const lead = utc.person('Lead', { admin: true })
    await lead.types('schedule set 9:30 UTC')
    expect(await lead.types('schedule set Los Angeles')).toContain(
      'The workspace’s days, weeks and weekly board still follow UTC time. Change that with /heroku-quiz settings zone.',
    )
    await utc.close()
  })

  it('doesn’t announce a question for a day whose question was already posted', async () => {
    await world.passUntil('2026-03-02T08:40:00Z', 60_000)
    expect(world.channel().join()).toContain('Question of the day')
    const said = await admin.types('schedule set 15:00 Europe/Berlin')
    expect(said).not.toContain('2 March 2026')
    expect(said).toContain('Tuesday, 3 March 2026 at 15:00')
    expect(await admin.types('schedule show')).not.toContain('2 March 2026')
    const posts = () => world.chat.said.filter(({ how, to }) => how === 'post' && to === 'slack:T1:quiz').length
    const before = posts()
    await world.passUntil('2026-03-03T13:59:00Z')
    expect(posts()).toBe(before)
    await world.passUntil('2026-03-03T14:01:00Z', 60_000)
    expect(posts()).toBe(before + 1)
  })
})

describe('a player who types an admin’s command', () => {
  it('is told what they can do if they meant their own dispute', async () => {
    expect(await ann.types('disputes')).toContain('To dispute your own grade, press Dispute below it.')
    expect(await ann.types('settings')).toMatch(/^Only admins can do that/)
  })
})

describe('ask', () => {
  it('accepts a question’s id only from admins, and never the id of an open question', async () => {
    await admin.types('schedule off')
    await world.passUntil('2026-03-03T20:00:00Z')
    expect(await ann.types('ask three')).toContain('There’s no topic “three”')
    expect(await admin.types('ask three')).toContain('Posting')
    expect(world.channel().at(-1)).toContain('What about three?')
    expect(await admin.types('ask three')).toContain('is open in a channel right now')
  })
})
