import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayInWords } from '../../src/messages/past/archive.ts'
import { topicsOfTheBank } from '../kit/bank/topics-of-the-bank.ts'
import type { DeskPerson, Seen } from '../kit/people/desk-person.ts'
import { inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson

beforeAll(async () => {
  app = await wholeApp({ questions: topicsOfTheBank('dynos', 'release-phase') })
  desk = await signedIn(app)
})
afterAll(() => app.close())

function order({ html }: Seen): string[] {
  const list = html.slice(html.indexOf('<ol class="picks-list"'), html.indexOf('</ol>'))
  return [...list.matchAll(/<code>([a-z0-9-]+)<\/code><span|· <code>([a-z0-9-]+)<\/code>/g)].map(
    ([, a, b]) => a ?? b ?? '',
  )
}

async function press(page: Seen, what: string, more = {}): Promise<Seen> {
  const [, channel = '', seen = ''] =
    /name="channel" value="(\d+)"><input type="hidden" name="seen" value="([^"]+)"/.exec(page.html) ?? []
  return desk.sends('/desk/coming', { channel, seen, do: what, ...more })
}

const open = () => desk.opens('/desk/coming')

describe('the upcoming questions of a channel', () => {
  it('are empty before a channel has a schedule', async () => {
    expect((await open()).text).toContain('nothing is coming')
  })

  it('are the next ten with day, prompt and model answer, in the order in which they will be asked', async () => {
    await inSlack(app, 'U1').types('schedule set 09:30 Europe/Berlin')
    const page = await open()
    expect(order(page)).toHaveLength(10)
    expect(page.text).toContain('Next in #general')
    expect(page.text).toMatch(/\w{3} \d+ \w{3,4}, 09:30 (CET|CEST)/)
    expect(page.html).toMatch(/<option value="\d{4}-\d\d-\d\d">\w{3}, \d+ \w{3,4} \d{4}<\/option>/)
    const first = await app.app.deps.store.questions.newest(order(page)[0] ?? '')
    expect(first?.question.answer).toBeDefined()
    expect(page.text).toContain(first?.question.answer.split('`')[0]?.trim())
  })

  it('can be moved, swapped and chosen, and are asked that way when the day comes', async () => {
    const [a = '', b = '', ...others] = order(await open())
    const swapped = await press(await open(), 'up 1')
    expect(order(swapped).slice(0, 2)).toEqual([b, a])
    const third = order(swapped)[2] ?? ''
    const other = order(await press(swapped, 'swap 2'))
    expect(other.slice(0, 2)).toEqual([b, a])
    expect(other[2]).not.toBe(third)
    const topicOf = async (id: string) => (await app.app.deps.store.questions.newest(id))?.question.topic
    expect(await topicOf(other[2] ?? '')).toBe(await topicOf(third))
    expect(other.toSpliced(2, 1)).toEqual(order(swapped).toSpliced(2, 1))
    const chosen = others.at(-1) ?? ''
    const pinned = await press(await open(), `pin ${chosen}`)
    expect(order(pinned)[0]).toBe(chosen)
    expect(order(await press(pinned, `unpin ${chosen}`))[0]).toBe(b)
    expect((await app.app.deps.store.channels.find(1))?.settings.pinned[0]).toBe(b)
    expect((await desk.opens('/desk/changes')).text).toContain('moved upcoming question 2 up in #general')
  })

  it('can be scheduled for a day, from the list or the bank, and previewed as the chat will show them', async () => {
    const page = await open()
    const days = [...page.html.matchAll(/value="skip (\d{4}-\d\d-\d\d)"/g)].map(([, day = '']) => day)
    const id = order(page)[7] ?? ''
    const put = await press(page, `place ${id}`, { day: days[2] })
    expect(order(put)[2]).toBe(id)
    expect(order(put).slice(0, 2)).toEqual(order(page).slice(0, 2))
    const found = await desk.opens('/desk/coming?q=release+phase')
    const [, other = ''] =
      /value="place ([a-z0-9-]+)"/.exec(found.html.slice(found.html.indexOf('class="found"'))) ?? []
    expect(order(await press(found, `place ${other}`, { day: days[4] }))[4]).toBe(other)
    expect((await desk.opens('/desk/changes')).text).toContain(
      `put ${other} on ${dayInWords(days[4] ?? '')} in #general`,
    )
    const never = await press(await open(), `place ${other}`, { day: '2020-01-01' })
    expect([never.status, never.text]).toEqual([422, expect.stringContaining('one of the days')])

    const shown = await desk.opens(`/desk/coming/preview?channel=1&question=${other}`)
    const question = (await app.app.deps.store.questions.newest(other))?.question
    expect(shown.text).toContain('How #general will see it.')
    for (const words of ['Question of the day', 'points', 'Answer Hint']) expect(shown.text).toContain(words)
    expect(shown.text).toContain(question?.explanation.split('`')[0]?.trim())
    for (const path of ['channel=1&question=none', 'channel=99&question=one', '']) {
      expect((await desk.opens(`/desk/coming/preview?${path}`)).status).toBe(404)
    }
  })

  it('are a queue, as the page says: a question put in between delays the later ones, and they move up if one is unpinned', async () => {
    const before = await open()
    expect(before.text).toContain('The list is a queue: if you put a question in between')
    const found = await desk.opens('/desk/coming?q=release+phase')
    const ids = [...found.html.matchAll(/value="place ([a-z0-9-]+)"/g)].map(([, id = '']) => id)
    const id = ids.find((one) => !order(before).includes(one)) ?? ''
    const days = [...before.html.matchAll(/value="skip (\d{4}-\d\d-\d\d)"/g)].map(([, day = '']) => day)
    const put = await press(before, `place ${id}`, { day: days[1] })
    expect(order(put)).toEqual(order(before).toSpliced(1, 0, id).slice(0, 10))
    const pinned = order(put).filter((one) => put.html.includes(`value="unpin ${one}"`))
    const without = await press(put, `unpin ${id}`)
    const left = pinned.filter((one) => one !== id)
    expect(order(without).slice(0, left.length)).toEqual(left)
  })

  it('can skip a day and bring it back, and the others stay on their days', async () => {
    const before = await open()
    const days = [...before.html.matchAll(/value="skip (\d{4}-\d\d-\d\d)"/g)].map(([, day = '']) => day)
    const day = days[6] ?? ''
    const without = await press(before, `skip ${day}`)
    expect(without.html).not.toContain(`value="skip ${day}"`)
    expect(without.text).toContain(`Put ${dayInWords(day)} back`)
    expect(order(without).slice(0, 9)).toEqual(order(before).toSpliced(6, 1))
    const back = await press(without, `unskip ${day}`)
    expect(back.html).toContain(`value="skip ${day}"`)
    expect(order(back)).toEqual(order(before))
    const word = await inSlack(app, 'U1').types(`settings skip ${days[2]}`)
    expect(word).toContain(days[2] ?? '')
    expect(order(await open()).slice(0, 9)).toEqual(order(before).toSpliced(2, 1))
    await inSlack(app, 'U1').types('settings skip none')
  })

  it('are shown again at the question that was moved, or at the one now in its place', async () => {
    let page = await open()
    const days = [...page.html.matchAll(/id="day-([\d-]+)"/g)].map(([, day = '']) => day)
    const [id = ''] = order(page)
    for (const [what, part, more] of [
      ['up 5', 'place-4'],
      ['down 5', 'place-6'],
      ['swap 3', 'place-3'],
      [`place ${id}`, `day-${days[2]}`, { day: days[2] }],
      [`pin ${id}`, 'place-0'],
      [`unpin ${id}`, 'place-2', { place: '2' }],
      [`skip ${days[4]}`, 'place-4', { place: '4' }],
      [`unskip ${days[4]}`, `day-${days[4]}`],
    ] as const) {
      page = await press(page, what, more)
      expect([what, page.path.split('#')[1], page.html.includes(`id="${part}"`)]).toEqual([what, part, true])
    }
  })

  it('are found in the bank by words, topic and difficulty', async () => {
    const page = await desk.opens('/desk/coming?q=release+phase&difficulty=easy')
    const found = page.html.slice(page.html.indexOf('class="found"'))
    expect(found).toContain('never asked here')
    expect(found).toContain(', easy')
    expect(found).not.toContain(', hard')
    const anyOrder = await desk.opens('/desk/coming?q=phase+releas')
    expect(anyOrder.html.slice(anyOrder.html.indexOf('class="found"'))).toContain('never asked here')
    expect((await desk.opens('/desk/coming?q=zzzzz')).text).toContain('No question fits.')
  })
})

describe('the changes that the page refuses', () => {
  // Requests per session are limited, and the tests above made many.
  beforeAll(async () => {
    desk = await signedIn(app)
  })

  it('include a change from an outdated page, and the page says so', async () => {
    const [mine, theirs] = [await open(), await open()]
    expect((await press(mine, 'up 1')).status).toBe(200)
    const before = (await app.app.deps.store.channels.find(1))?.settings
    const late = await press(theirs, 'up 2')
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('Somebody else changed')])
    expect((await app.app.deps.store.channels.find(1))?.settings).toEqual(before)
    const both = await open()
    const pressed = await Promise.all([press(both, 'up 1'), press(both, 'up 3'), press(both, 'down 0')])
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([200, 422, 422])
  })

  it.each(['pin nothing-like-it', 'skip yesterday', 'up x', 'swap 99', '', 'up 0 <script>'])(
    'include “%s”',
    async (what) => {
      const seen = await press(await open(), what)
      expect([200, 422]).toContain(seen.status)
      expect(order(await open())).toHaveLength(10)
    },
  )

  it('include a channel of another workspace', async () => {
    const { store } = app.app.deps
    const other = await store.workspaces.recognise({ ref: 'slack:T2', name: 'Other' })
    const channel = await store.channels.recognise(other.id, { ref: 'slack:T2:C1', name: 'secret-room' })
    const seen = await desk.opens(`/desk/coming?channel=${channel.id}`)
    expect([seen.status, seen.text]).toEqual([404, expect.not.stringContaining('secret-room')])
    const sent = await desk.sends('/desk/coming', { channel: String(channel.id), seen: 'x', do: 'up 1' })
    expect([sent.status, sent.text]).toEqual([404, expect.not.stringContaining('secret-room')])
  })
})
