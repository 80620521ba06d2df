import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person

beforeAll(async () => {
  world = await habitWorld(
    '2026-12-21T12:00:00Z',
    Array.from({ length: 40 }, (_, index) => aQuestion(`q${index}`)),
  )
  admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 Europe/Berlin mon-fri')
})
afterAll(() => world.close())

async function channel() {
  const [workspace] = await world.store.workspaces.all()
  const [one] = await world.store.channels.inWorkspace(workspace?.id ?? 0)
  if (!one) throw new Error('no channel')
  return one
}

async function asked(): Promise<string[]> {
  const rounds = await world.store.rounds.latest((await channel()).id, ['open', 'closed'], 50)
  return rounds.map(({ localDate }) => localDate).toReversed()
}

describe('public holidays', () => {
  it.each([
    ['XX', 'I don’t know the holidays of “XX”'],
    ['DE-QQ', 'The regions of DE are BB, BE,'],
    ['JP-13', 'Write JP alone.'],
    ['Bavaria', 'Write the two letters of a country'],
    ['', 'Add a value'],
  ])('of %s are refused with an example that works', async (typed, words) => {
    expect(await admin.types(`settings holidays ${typed}`)).toContain(words.replaceAll('`', ''))
  })

  it('are left out of the schedule, and the reply says so', async () => {
    expect(await admin.types('settings holidays Germany')).toContain('off → DE')
    expect(await admin.types('settings holidays de-by')).toContain('DE → DE-BY')
    expect(await admin.types('schedule show')).toContain('No question on public holidays (DE-BY).')
    const next = await admin.types('schedule next')
    expect(next).toContain('No question on Friday, 25 December 2026 (Christmas Day).')
    expect(next).not.toContain('Friday, 25 December 2026 at')
    await world.passUntil('2027-01-09T12:00:00Z', 4 * 60 * 60 * 1000)
    expect(await asked()).toEqual([
      ...['2026-12-22', '2026-12-23', '2026-12-24', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
      ...['2027-01-04', '2027-01-05', '2027-01-07', '2027-01-08'],
    ])
  })

  it('are looked up again as long as they are used, and stay when the time of the question changes', async () => {
    await admin.types('schedule set 10:00 Europe/Berlin mon-fri')
    expect((await channel()).schedule?.holidays).toMatchObject({ place: 'DE-BY', asOf: '2026-12-21' })
    await world.passUntil('2027-02-02T12:00:00Z', 6 * 60 * 60 * 1000)
    const { holidays } = (await channel()).schedule ?? {}
    expect(holidays?.asOf).toMatch(/^2027-0[12]/)
    expect(holidays?.days['2028-01-06']).toBe('Epiphany')
  })

  it('become normal days again with “off”', async () => {
    expect(await admin.types('settings holidays off')).toContain('DE-BY → off')
    expect(await admin.types('schedule show')).not.toContain('public holidays')
  })
})

describe('dates without a question', () => {
  it('are added to the existing ones, and removed one by one', async () => {
    await admin.types('settings skip add 2027-03-05')
    expect(await admin.types('settings skip 2027-03-01')).toContain(
      '2027-03-05 (Fri) → 2027-03-01 (Mon), 2027-03-05 (Fri)',
    )
    expect(await admin.types('settings skip remove 2027-03-05')).toContain(
      '2027-03-01 (Mon), 2027-03-05 (Fri) → 2027-03-01 (Mon)',
    )
    expect(await admin.types('settings skip remove 2027-03-05')).toContain(
      '2027-03-05 isn’t skipped. Skipped here: 2027-03-01.',
    )
    expect(await admin.types('settings skip add')).toContain('settings skip add 2026-12-24')
    expect(await admin.types('settings skip add yesterday')).toContain('isn’t a date')
    expect(await admin.types('settings skip none')).toContain('2027-03-01 (Mon) → none')
  })

  it('can be a period, in words', async () => {
    expect(await admin.types('settings skip 24 Dec 2027 - 26 Dec')).toContain(
      'none → 2027-12-24 (Fri), 2027-12-25 (Sat), 2027-12-26 (Sun)',
    )
    expect(await admin.types('settings skip remove 25 Dec 2027 to 26 Dec')).toContain('→ 2027-12-24 (Fri)')
    await admin.types('settings skip none')
  })
})
