import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bread } from '../kit/bank/bread.ts'
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

const { rubric, sorted } = bread
const draft = {
  ...{ prompt: bread.prompt, answer: bread.answer, pack: 'Kitchen', topic: bread.topic },
  ...{ rubric, answers: sorted.join('\n'), do: 'test' },
}
const send = (more: Record<string, string>) => desk.sends('/desk/studio', { ...draft, ...more })
const packs = () => app.app.deps.store.packs.list(1)

describe('the studio', () => {
  it('drafts a rubric from a question and a model answer', async () => {
    const empty = await desk.opens('/desk/studio')
    expect(empty.text).toContain('There’s no pack yet')
    expect(empty.html).toMatch(/name="pack"[^>]* value="our-questions" required/)
    const seen = await send({ rubric: '', answers: 'yeast and gas' })
    expect(seen.status).toBe(200)
    expect(seen.html).toMatch(/id: yeast/)
    expect(seen.html).toContain('<mark>yeast</mark>')
  })

  it('shows each answer’s grade, marks the words that were found, and shows where the grade differs from the sorting', async () => {
    const seen = await send({ answers: [...sorted, 'wrong: leaven and gas'].join('\n') })
    expect(seen.text).toContain('10 of 11 are graded as you sorted them.')
    expect(seen.text).toContain('you sorted it as wrong')
    expect(seen.html).toContain('&lt;<mark>yeast</mark>&gt;')
    expect(seen.text).toContain('not found: Yeast, It makes gas')
    expect(await packs()).toEqual([])
  })

  it.each<[what: string, more: Partial<typeof draft>, said: RegExp]>([
    ['invalid YAML', { rubric: 'points: [' }, /Line 1, column 10: /],
    [
      'an invalid pattern',
      { rubric: rubric.replace('says: [gas', 'says: ["(gas"') },
      /Line 4, column 44: .*column 5: expected/,
    ],
    [
      'patterns that hold for anything',
      { rubric: rubric.replace('[gas', '[the, and, it, gas') },
      /match almost any text/,
    ],
  ])('reports the line of %s, and publishes nothing', async (_what, more, said) => {
    expect((await send(more)).text).toMatch(said)
    const refused = await send({ ...more, do: 'publish' })
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Not published yet')])
    expect(await packs()).toEqual([])
  })

  it('says which sorted answers a question still needs', async () => {
    const answers = [...sorted.filter((one) => one !== 'half: yeast'), 'right: yeast and gas'].join('\n')
    const refused = await send({ answers, do: 'publish' })
    expect(refused.text).toContain('Still missing: 1 half.')
    expect(await packs()).toEqual([])
  })

  it('publishes with ten sorted answers, three of each mark, all graded as sorted', async () => {
    const few = await send({ do: 'publish', answers: sorted.slice(1).join('\n') })
    expect([few.status, few.text]).toEqual([422, expect.stringContaining('A question needs 10 sorted answers')])
    const other = await send({ do: 'publish', answers: [...sorted, 'wrong: leaven and gas'].join('\n') })
    expect(other.status).toBe(422)
    expect((await send({ do: 'publish', pack: ' ' })).text).toContain('Give the pack a name.')
    expect((await send({ do: 'publish', pack: 'two words' })).text).toContain('can’t be the name of a pack')

    const done = await send({ do: 'publish' })
    expect(done.text).toContain('Published. It can now be asked in channels that use the pack.')
    expect(done.text).toContain('kitchen (1 question)')
    const [, use = ''] = /<a [^>]*href="([^"]*)">Use this pack in #general</.exec(done.html) ?? []
    const settings = await desk.opens(use.replaceAll('&amp;', '&'))
    expect(settings.text).toContain('The pack kitchen is added below.')
    expect(settings.html).toContain('name="packs" value="built-in kitchen"')
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

describe('the rubric as a form, and its buttons', () => {
  const field = (html: string, name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? ''
  const idea = (at: number, id: string, label: string, says: string) => {
    return { [`idea-${at}-id`]: id, [`idea-${at}-label`]: label, [`idea-${at}-says`]: says }
  }
  const shown = rubric.trim()
  const ideas = {
    shown,
    ...idea(0, 'yeast', 'Yeast', 'yeast\n@leaven'),
    ...idea(1, 'gas', 'It makes gas', 'gas\nbubble\nco2'),
  }
  const yamlIn = (html: string) => /<textarea name="rubric"[^>]*>([^<]*)/.exec(html)?.[1] ?? ''

  it('shows each idea with the ways to say it', async () => {
    const { html } = await send({})
    expect([field(html, 'idea-0-label'), field(html, 'idea-1-id')]).toEqual(['Yeast', 'gas'])
    expect(html).toMatch(/name="idea-1-says"[^>]*>gas\nbubble\nco2</)
  })

  it('writes changes, additions and removals to the YAML, and leaves the rest alone', async () => {
    const more = {
      'idea-1-must': 'yes',
      ...idea(2, '', 'Warmth', 'warm'),
      'mistake-0-says': 'salt',
      'mistake-0-tell': 'Not salt.',
    }
    const { html } = await send({ ...ideas, ...more })
    expect(yamlIn(html)).toMatch(
      /full: 2\npoints:.*id: gas.*required: true.*id: warmth.*misconceptions:.*tell: Not salt\./s,
    )
    expect(yamlIn(html)).toContain('leaven:')
    const without = await send({
      ...ideas,
      rubric: rubric.replace('full: 2', 'full: 1'),
      shown: shown.replace('full: 2', 'full: 1'),
      ...idea(1, 'gas', '', ''),
    })
    expect(yamlIn(without.html)).not.toContain('id: gas')
  })

  it('uses the YAML if it was changed, and keeps it as typed if neither was', async () => {
    const typed = rubric.replace('label: Yeast', 'label: A fungus')
    expect(yamlIn((await send({ ...ideas, rubric: typed })).html)).toContain('label: A fungus, says: [yeast')
    expect(yamlIn((await send(ideas)).html)).toContain('{ id: yeast, label: Yeast, says: [yeast')
  })

  it('sorts an answer with one press', async () => {
    const { html, text } = await send({ answers: 'yeast and gas\nwrong: salt', do: 'sort:0:right' })
    expect(html).toContain('>right: yeast and gas\nwrong: salt<')
    expect(text).toContain('2 of 2 are graded as you sorted them.')
  })

  it('suggests words from an answer whose grade differs, and adds them with one press', async () => {
    const typed = [...sorted, 'right: yeast breathes carbon dioxide'].join('\n')
    const before = await send({ answers: typed })
    expect(before.text).toContain('10 of 11')
    expect(before.text).toMatch(/Count dioxide as “It makes gas”\?|Count breathes as “It makes gas”\?/)
    const value = /value="(offer:[^"]*&quot;say&quot;[^"]*)"/.exec(before.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const after = await send({ answers: typed, do: value })
    expect(after.text).toContain('11 of 11 are graded as you sorted them.')
    const both = await send({ answers: [...sorted, 'wrong: yeast makes gas out of gold'].join('\n') })
    expect(both.text).toContain('Count gold as a mistake?')
  })

  it.each([
    'sort:77:right',
    'sort:x',
    'offer:{"kind":"say"}',
    'offer:nonsense',
    'offer:{"kind":"say","point":"no","pattern":"("}',
    'what',
  ])('ignores an invalid button press: %s', async (pressed) =>
    expect((await send({ do: pressed })).text).toContain('10 of 10'),
  )
})

describe('the grades that the page requests while somebody types', () => {
  const live = async (more: Record<string, string>) => {
    const { do: _, ...typed } = draft
    const seen = await desk.sends('/desk/studio/try', { ...typed, ...more })
    return seen.status === 200
      ? { ...seen, said: JSON.parse(seen.html) as Record<string, string> }
      : { ...seen, said: {} }
  }

  it('are the same as after pressing the button, without suggestions', async () => {
    await desk.opens('/desk/studio')
    const { said } = await live({})
    expect(said.agreement).toBe('10 of 10 are graded as you sorted them. Ready to publish.')
    const page = await send({})
    expect(page.html).toContain(said.outcome)
    expect((await live({ answers: 'right: salt' })).said.outcome).not.toContain('Count')
  })

  it('need the token of the session', async () => {
    expect((await live({ token: 'another' })).status).toBe(403)
  })
})
