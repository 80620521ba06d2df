import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson

beforeAll(async () => {
  app = await wholeApp()
  desk = await signedIn(app)
})
afterAll(() => app.close())

const rubric = `full: 2
points:
  - { id: yeast, label: Yeast, says: [yeast, "@leaven"] }
  - { id: gas, label: It makes gas, says: [gas, bubble, "co2"] }
synonyms:
  leaven: [sourdough, leaven]
`
const answers = [
  ...['right: yeast makes gas', 'right: the sourdough fills it with bubbles', 'right: gas from the <yeast>'],
  ...['half: yeast', 'half: some gas', 'half: the leaven does'],
  ...['wrong: salt', 'wrong: the heat of the oven', 'wrong: flour', 'wrong: no idea'],
]
const draft = {
  ...{ prompt: 'What makes bread rise?', answer: 'Yeast, which makes gas.', pack: 'Kitchen', topic: 'bread' },
  ...{ rubric, answers: answers.join('\n'), do: 'test' },
}
const send = (more: Partial<typeof draft>) => desk.sends('/desk/studio', { ...draft, ...more })
const packs = () => app.app.deps.store.packs.list(1)

describe('the studio', () => {
  it('drafts a rubric of a question and a model answer', async () => {
    expect((await desk.opens('/desk/studio')).text).toContain('There’s no pack yet')
    const seen = await send({ rubric: '', answers: 'yeast and gas' })
    expect(seen.status).toBe(200)
    expect(seen.html).toMatch(/id: yeast/)
    expect(seen.html).toContain('<mark>yeast</mark>')
  })

  it('says how each answer is graded, with the found words marked, and where it disagrees', async () => {
    const seen = await send({ answers: [...answers, 'wrong: leaven and gas'].join('\n') })
    expect(seen.text).toContain('10 of 11 are graded as you sorted them.')
    expect(seen.text).toContain('you sorted it as wrong')
    expect(seen.html).toContain('&lt;<mark>yeast</mark>&gt;')
    expect(seen.text).toContain('not found: yeast, gas')
    expect(await packs()).toEqual([])
  })

  it.each<[what: string, more: Partial<typeof draft>, said: RegExp]>([
    ['YAML that is none', { rubric: 'points: [' }, /rubric:\d+/],
    ['a pattern that is none', { rubric: rubric.replace('says: [gas', 'says: ["(gas"') }, /rubric:4/],
    [
      'patterns that hold for anything',
      { rubric: rubric.replace('[gas', '[the, and, it, gas') },
      /hold for almost any text/,
    ],
  ])('names the line of %s, and publishes nothing', async (_what, more, said) => {
    expect((await send(more)).text).toMatch(said)
    const refused = await send({ ...more, do: 'publish' })
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Not published yet')])
    expect(await packs()).toEqual([])
  })

  it('publishes with ten sorted answers, three of each mark, all graded as sorted', async () => {
    const few = await send({ do: 'publish', answers: answers.slice(1).join('\n') })
    expect([few.status, few.text]).toEqual([422, expect.stringContaining('A question needs 10 sorted answers')])
    const other = await send({ do: 'publish', answers: [...answers, 'wrong: leaven and gas'].join('\n') })
    expect(other.status).toBe(422)
    expect((await send({ do: 'publish', pack: 'two words' })).text).toContain('can’t be the name of a pack')

    const done = await send({ do: 'publish' })
    expect(done.text).toContain('Published. It can now be asked in channels that use the pack.')
    expect(done.text).toContain('kitchen (1 question)')
    const [pack] = await packs()
    if (!pack) throw new Error('no pack')
    const [published] = await app.app.deps.store.packs.questions(pack)
    expect(published?.question).toMatchObject({ id: 'what-makes-bread-rise', topic: 'bread', answer: draft.answer })
    expect(published?.question.examples).toHaveLength(10)
    expect((await desk.opens('/desk/changes')).text).toContain('published a question in the pack kitchen: What makes')

    await send({ do: 'publish', answer: 'Yeast: it makes gas.' })
    const current = await app.app.deps.store.packs.current(1, [pack.id])
    expect(current.map(({ id, version }) => `${id.split('/')[1]} ${version}`)).toEqual(['what-makes-bread-rise v2'])
    const clash = await send({
      do: 'publish',
      prompt: 'What else?',
      rubric: rubric.replace('[sourdough,', '[baking soda,'),
    })
    expect([clash.status, clash.text]).toEqual([
      422,
      expect.stringMatching(/already has a set of synonyms called “leaven”|Not published yet/),
    ])
  })
})
