import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
const soon = { timeout: 10_000, interval: 50 }

beforeAll(async () => {
  app = await wholeApp()
  desk = await signedIn(app)
})
afterAll(() => app.close())

const answers = [
  ...['right: so the yeast can blow it up', 'right: bubbles need a while to form', 'right: it grows thanks to bubbles'],
  ...[
    'right: yeast makes gas',
    'half: so it gets bigger',
    'half: the yeast, I guess',
    'half: it gets bigger over time',
  ],
  ...['wrong: to cool the oven', 'wrong: so the salt melts', 'wrong: so that the oven gets hot'],
]
const fields = {
  ...{ prompt: 'Why does bread need to rest before it is baked?', pack: 'kitchen', topic: 'bread' },
  answer: 'The yeast needs time to make gas, which lets the dough rise and gives it a light crumb.',
}
const asText = (html = '') => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
const rubricIn = (html: string) => asText(/<textarea name="rubric"[^>]*>([^<]*)/.exec(html)?.[1])

describe('a question whose rubric was drafted', () => {
  it('is published after its answers are sorted', async () => {
    const drafted = await desk.sends('/desk/studio', { ...fields, rubric: '', answers: 'bubbles', do: 'test' })
    const rubric = rubricIn(drafted.html)
    expect(rubric).toMatch(/^draft: true$/m)
    const sent = { ...fields, rubric, answers: answers.join('\n') }
    const tried = await desk.sends('/desk/studio', { ...sent, do: 'test' })
    expect(tried.text).toContain('10 of 10 are graded as you sorted them.')
    const published = await desk.sends('/desk/studio', { ...sent, do: 'publish' })
    expect(published.text).toContain('Published.')
  })

  it('grades players’ answers by the sorted answers, which stay its examples', async () => {
    const { packs, rounds, answers: given } = app.app.deps.store
    const pack = await packs.find(1, 'kitchen')
    const [published] = await packs.questions(pack ?? { id: 0, workspaceId: 0 })
    expect(published?.question.examples).toHaveLength(10)
    expect(published?.question).not.toHaveProperty('sorted')
    const ada = inSlack(app, 'U1')
    await ada.types('settings packs kitchen')
    await ada.types('ask')
    await vi.waitFor(async () => expect(await rounds.latest(1, ['open'], 1)).toHaveLength(1), soon)
    await inSlack(app, 'U2').types('answer it needs a while for bubbles to form')
    await vi.waitFor(async () => expect((await given.ofRound(1)).best).toHaveLength(1), soon)
    expect((await given.ofRound(1)).best[0]).toMatchObject({ grade: { verdict: 'correct', alike: 'raised' } })
  })
})
