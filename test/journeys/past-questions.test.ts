import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicPast } from '../../src/services/archive/public-past.ts'
import { loadPack } from '../../src/services/packs/load-pack.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person
let ann: Person

const ids = Array.from({ length: 14 }, (_, number) => `q-${number}`)

beforeAll(async () => {
  world = await habitWorld(
    '2026-03-02T08:00:00Z',
    ids.map((id) => aQuestion(id)),
  )
  admin = world.person('Admin', { admin: true })
  ann = world.person('Ann')
  await admin.types('schedule set 09:00 UTC daily')
  await admin.types(`settings pin ${ids.slice(0, 3).join(' ')}`)
})
afterAll(() => world.close())

function button(text: string, label: string): string {
  const [, action = ''] = new RegExp(`\\[${label}: ([a-z-]+:\\d+)\\]`).exec(text) ?? []
  return action
}

describe('the past questions of a channel', () => {
  it('are empty until an answer has been revealed, and never include an open question', async () => {
    expect(await ann.types('archive')).toContain('There are no past questions here yet')
    await world.passUntil('2026-03-02T09:00:00Z')
    await ann.types('answer once a day')
    await world.person('Ben').types('answer every week')
    expect(await ann.types('archive')).toContain('There are no past questions here yet')
    expect(await ann.presses('past:1')).toContain('open in a channel right now')
    expect(await ann.presses('practice-past:1')).toContain('open in a channel right now')
  })

  it('show each question with its date and how many people were right, without names', async () => {
    await world.passUntil('2026-03-03T09:01:00Z')
    const list = await ann.types('history')
    expect(list).toMatchInlineSnapshot(`
      "# Past questions
      - #1 · Mon, 2 Mar 2026: What about q-0? (2 answered, 1 got it)
      (Press a number to see the answer.)
      [#1: past:1]"
    `)
    const one = await ann.presses(button(list, '#1'))
    expect(one).toMatchInlineSnapshot(`
      "# Question #1, Mon, 2 Mar 2026
      What about q-0?
      > Once a day.
      It is so.
      (2 answered, 1 got it · Read more: devcenter.heroku.com · as of 2026-01)
      [Practice it: practice-past:1] [Back to the list: archive:1]"
    `)
    expect(list + one).not.toMatch(/Ann|Ben/)
  })

  it('can be practiced without points', async () => {
    const before = await ann.types('me')
    expect(await ann.presses('practice-past:1')).toBe('form')
    const { id } = await world.store.players.recognise(1, { ref: ann.ref, name: 'Ann' })
    const [item] = await world.store.practice.ofPlayer(id)
    expect(item?.questionId).toBe('q-0')
    expect(await ann.sends(`practice:${item?.id}`, { text: 'once a day' })).toContain('That’s right')
    expect(await ann.types('me')).toBe(before)
  })

  it('leave out a question while it is open or pinned anywhere in the workspace', async () => {
    await admin.types('ask q-0', 'other')
    expect(await ann.types('archive')).toContain('There are no past questions here yet')
    expect(await ann.presses('past:1')).toContain('open in a channel right now')
    await world.passUntil('2026-03-05T09:01:00Z')
    expect(await ann.types('archive')).toContain('#1 · Mon, 2 Mar 2026')
    await admin.types('settings pin q-0', 'other')
    expect(await ann.types('archive')).not.toContain('about q-0?')
    await admin.types('settings pin none', 'other')
    expect(await ann.types('past', 'other')).toContain('about q-0?')
  })

  it('are shown ten at a time', async () => {
    await world.passUntil('2026-03-14T09:01:00Z')
    const first = await ann.types('archive')
    expect(first.match(/· \w+, \d+ Mar/g)).toHaveLength(10)
    expect(first).toContain('#11 ·')
    const second = await ann.presses(button(first, 'Earlier'))
    expect(second.match(/#\d+ ·/g)).toEqual(['#1 ·'])
    expect(button(second, 'Earlier')).toBe('')
    const again = await ann.presses(button(await ann.presses(button(second, '#1')), 'Back to the list'))
    expect(again).toBe(second)
  })

  it('are also shown in a direct message to somebody who has answered', async () => {
    const direct = (name: string) => world.person(name).types('archive', '')
    expect(await direct('Ann')).toContain('#11 ·')
    expect(await direct('Zoe')).toContain('only works in a channel')
  })

  it('aren’t shown to other workspaces, and neither are a workspace’s own questions', async () => {
    const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }
    const { question } = aQuestion('door-code', 'v1', 'office')
    const id = (await world.store.workspaces.recognise({ ref: 'slack:T1', name: 'Acme' })).id
    await loadPack(world.deps, { workspaceId: id, name: 'office', details, questions: [{ question, synonyms: {} }] })
    await admin.types('settings packs office', 'lounge')
    await ann.types('ask', 'lounge')
    await world.passUntil('2026-03-16T10:00:00Z')
    const list = await ann.types('archive', 'lounge')
    expect(list).toContain('about door-code?')
    const page = await publicPast(world.deps, id)
    expect(page.days.filter(({ question }) => !question)).toEqual([{ day: '2026-03-14', players: 0, correct: 0 }])
    expect(JSON.stringify(page)).not.toContain('door-code')
    const stranger = world.person('Eve', { workspace: 'slack:T2', admin: true })
    for (const word of ['past', 'archive', 'practice-past']) {
      const action = button(list, '#1').replace('past', word)
      expect(await stranger.presses(action)).toBe('That belongs to another workspace.')
    }
  })
})
