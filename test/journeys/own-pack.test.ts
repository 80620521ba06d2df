import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bread } from '../kit/bank/bread.ts'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
const soon = { timeout: 10_000, interval: 50 }

const draft = {
  ...{ prompt: bread.prompt, answer: bread.answer, pack: 'kitchen', topic: bread.topic, rubric: bread.rubric },
  ...{ answers: bread.sorted.join('\n'), hint: 'It lives.', explanation: 'It eats sugar.' },
  ...{ difficulty: 'easy', do: 'publish' },
}

beforeAll(async () => {
  app = await wholeApp()
  desk = await signedIn(app)
  await desk.sends('/desk/studio', draft)
  const ada = inSlack(app, 'U1')
  await ada.types('settings packs kitchen')
  await ada.types('ask')
  const { rounds, answers: given } = app.app.deps.store
  await vi.waitFor(async () => expect(await rounds.latest(1, ['open'], 1)).toHaveLength(1), soon)
  await inSlack(app, 'U2').types('answer Yeast and gas')
  await vi.waitFor(async () => expect((await given.ofRound(1)).best).toHaveLength(1), soon)
})
afterAll(() => app.close())

const field = (html: string, name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? ''
const page = '/desk/studio/pack/kitchen'
const id = 'what-makes-bread-rise'
const current = async () => {
  const { packs } = app.app.deps.store
  const pack = await packs.find(1, 'kitchen')
  return (await packs.current(1, [pack?.id ?? 0])).map((one) => `${one.id.split('/')[1]} ${one.version}`)
}

/** Submits the studio's form with some fields changed. */
async function edits(more: Partial<typeof draft> & { seen?: string }) {
  const { html } = await desk.opens(`${page}/${id}`)
  const fields = { id: field(html, 'id'), seen: field(html, 'seen'), ...draft, ...more }
  return desk.sends('/desk/studio', fields)
}

describe('the questions of a pack on the desk', () => {
  it('are listed with their figures', async () => {
    const seen = await desk.opens(page)
    expect(seen.text).toMatch(/What makes bread rise\? bread 1 1 1 Edit Retire/)
    expect((await desk.opens('/desk/studio')).html).toContain(`href="${page}"`)
  })

  it('open in the studio unchanged, with their examples', async () => {
    const { html, text } = await desk.opens(`${page}/${id}`)
    expect([field(html, 'pack'), field(html, 'hint')]).toEqual(['kitchen', 'It lives.'])
    expect(text).toContain('right: the sourdough fills it with bubbles')
    expect(text).toContain('10 of 10 are graded as you sorted them.')
    expect(text).toContain('leaven: - sourdough')
  })

  it('get a new version when they are edited, and keep their earlier rounds and figures', async () => {
    const done = await edits({
      prompt: 'What makes a dough rise?',
      rubric: bread.rubric.replace('leaven]', 'leaven, levain]'),
    })
    expect(done.text).toContain('Published.')
    expect(await current()).toEqual([`${id} v2`])
    expect((await desk.opens(page)).text).toMatch(/What makes a dough rise\? bread 1 1 1/)
    const round = await app.app.deps.store.rounds.find(1)
    expect(round).toMatchObject({ questionVersion: 'v1' })
    expect((await desk.opens(`${page}/${id}`)).text).toContain('It eats sugar.')
  })

  it('are not overwritten by somebody who opened an earlier version', async () => {
    const seen = await edits({ seen: 'v1', prompt: 'What lifts bread?' })
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('omebody else changed this question')])
    expect(seen.html).toContain('What lifts bread?')
    expect(await current()).toEqual([`${id} v2`])
  })

  it('are retired and brought back once, no matter how often the button is pressed', async () => {
    for (let press = 0; press < 2; press++) {
      expect((await desk.sends(page, { id, do: 'retire' })).text).toMatch(
        /Retired\. .* retired bread 1 1 1 Edit Bring back/,
      )
    }
    expect(await current()).toEqual([])
    expect((await desk.sends(page, { id, do: 'return' })).text).toContain('It’s back')
    expect(await current()).toEqual([`${id} v2`])
    const changes = (await desk.opens('/desk/changes')).text
    expect(changes.match(/retired a question in the pack kitchen: What makes a dough rise/g)).toHaveLength(1)
    expect(changes).toContain('brought back a question in the pack kitchen')
  })

  it('come back when they are edited', async () => {
    await desk.sends(page, { id, do: 'retire' })
    expect((await edits({ prompt: 'What makes a dough grow?' })).text).toContain('Published.')
    expect(await current()).toEqual([`${id} v3`])
  })

  it('can’t be found by another workspace, or under an unknown name', async () => {
    const { packs, workspaces } = app.app.deps.store
    const { id: other } = await workspaces.recognise({ ref: 'slack:T9', name: 'Others' })
    const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }
    await packs.save(other, 'theirs', details)
    for (const path of ['theirs', 'nothing', '%00', 'kitchen/nothing', `theirs/${id}`]) {
      expect([path, (await desk.opens(`/desk/studio/pack/${path}`)).status]).toEqual([path, 404])
    }
    expect((await desk.sends('/desk/studio/pack/theirs', { id, do: 'retire' })).status).toBe(404)
  })
})
