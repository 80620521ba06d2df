import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person

beforeAll(async () => {
  world = await habitWorld('2026-03-02T08:00:00Z', [aQuestion('one')])
  admin = world.person('Admin', { admin: true })
})
afterAll(() => world.close())

describe('a mistyped command', () => {
  it.each([
    ['weekly set funday 9', 'weekly set'],
    ['weekly set fryday 10:00', 'weekly set'],
    ['weekly set monday 25:00', 'weekly set'],
    ['weekly set mon-fri 9:00', 'weekly set'],
    ['schedule set funday', 'schedule set'],
    ['schedule set 9 Berlin', 'schedule set'],
    ['schedule set 9:30 Mars/Base', 'schedule set'],
    ['schedule set 9:30 Europe/Berlin funday', 'schedule set'],
    ['settings zone CEST', 'settings zone'],
    ['settings week-start funday', 'settings week-start'],
    ['settings attempts', 'settings attempts'],
    ['remind on noon', 'remind on'],
    ['pause yesterday', 'pause'],
    ['goal 12', 'goal'],
    ['team balance 99', 'team balance'],
  ])('%s is answered with an example of the same command', async (typed, path) => {
    const said = await admin.types(typed)
    const examples = [...said.matchAll(/\/heroku-quiz ([a-z]+(?: [a-z-]+)*)/g)].map(([, words = '']) => words)
    expect(examples.length, said).toBeGreaterThan(0)
    for (const words of examples) expect(`${words} `, said).toContain(`${path} `)
  })

  it.each(['schedule next', 'schedule resume', 'settings skip 2026-12-24'])(
    '%s leads to the form of a schedule if there is none',
    async (typed) => {
      expect(await admin.types(typed)).toBe('There’s no schedule here yet. Set one with /heroku-quiz schedule.')
    },
  )
})

describe('in a direct message', () => {
  const elsewhere = 'That only works in a channel. Type it in the channel that you mean.'
  const button = 'I can’t tell here which question you mean. Press the button below the question, or type'

  it.each([
    ['answer once a day', `${button} /heroku-quiz answer in its channel.`],
    ['hint', `${button} /heroku-quiz hint in its channel.`],
    ['ask', elsewhere],
    ['settings', elsewhere],
    ['weekly set monday 9:00', elsewhere],
    ['schedule show', elsewhere],
    ['schedule set 9:30 UTC', elsewhere],
  ])('%s is refused, because it is about one channel', async (typed, said) => {
    expect(await admin.types(typed, '')).toContain(said)
  })

  it.each(['leaderboard', 'me', 'team list', 'topics', 'practice', 'suggest', 'remind off', 'schedule', 'help'])(
    '%s works',
    async (typed) => {
      expect(await admin.types(typed, '')).not.toMatch(/channel that you mean|which question you mean/)
    },
  )
})

describe('a setting', () => {
  it.each([
    ['tries 3', 'attempts'],
    ['Timezone Berlin', 'zone'],
    ['topcis all', 'topics'],
  ])('%s leads to %s', async (typed, name) => {
    expect(await admin.types(`settings ${typed}`)).toContain(`Did you mean ${name}?`)
  })
})

describe('words of a schedule', () => {
  it.each([
    ['schedule set weekdays 9am Europe/Berlin', 'Monday to Friday at 09:00, Europe/Berlin.'],
    ['schedule set Berlin 9:30 mon, wed', 'on Monday and Wednesday at 09:30, Europe/Berlin.'],
    [
      'schedule set mon to thu Europe/Paris 10:00',
      'on Monday, Tuesday, Wednesday and Thursday at 10:00, Europe/Paris.',
    ],
  ])('%s can come in any order', async (typed, said) => {
    expect(await admin.types(typed)).toContain(said)
  })

  it('that are missing stay as they are, and are not guessed in a channel without a schedule', async () => {
    expect(await admin.types('schedule set 25:00', 'other')).toContain('“25:00” isn’t a time of day.')
    expect(await admin.types('schedule set weekdays 9am', 'other')).toContain('The time zone is missing')
    const kept = 'on Monday, Tuesday, Wednesday and Thursday at 11:15, Europe/Paris.'
    expect(await admin.types('schedule set 11:15')).toContain(kept)
    expect(await admin.types('schedule set weekends')).toContain('on Saturday and Sunday at 11:15, Europe/Paris.')
    expect(await admin.types('schedule set New York')).toContain('on Saturday and Sunday at 11:15, America/New_York.')
  })

  it('can name the last day of a pause as people write it', async () => {
    expect(await admin.types('pause until 24 Dec')).toContain('Paused until the end of Thursday, 24 December')
    await admin.types('pause off')
  })

  it('can be a time before the day in weekly set', async () => {
    expect(await admin.types('weekly set 9:00 friday')).toContain('Friday')
  })
})
