import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
let ahead = 0

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
  desk = await signedIn(app)
})
afterAll(() => app.close())

const page = '/desk/studio/pack/werkstatt'
const questions = async (name = 'werkstatt') => {
  const { packs } = app.app.deps.store
  const pack = await packs.find(1, name)
  return pack ? { pack, all: await packs.questions(pack) } : undefined
}
const rubric = `full: 2
points:
  - { id: damp, label: Dämpfe, says: ["@dampf"] }
  - { id: luft, label: Sauerstoff, says: [sauerstoff] }
synonyms:
  dampf: [dämpfe, gase]
`
const answers = [
  ...['right: Dämpfe nehmen den Sauerstoff', 'right: Gase statt Sauerstoff', 'right: Dämpfe, wenig Sauerstoff'],
  ...['half: Dämpfe', 'half: Sauerstoff', 'half: Gase', 'wrong: Kälte', 'wrong: Lärm', 'wrong: Staub'],
  'wrong: weiß nicht',
].join('\n')
const draft = { prompt: 'Warum lüftet man?', answer: 'Dämpfe sammeln sich, und Sauerstoff fehlt.', pack: 'werkstatt' }

/** `seen` is by default that of the page as it is now. */
async function saves(fields: { language?: string; spelling?: string; sets?: string; seen?: string }) {
  ahead += 5_000
  const { seen = await seenOn(page) } = fields
  return desk.sends(`${page}/reading`, { language: 'de', spelling: 'forgiven', sets: '', ...fields, seen })
}

async function seenOn(path: string): Promise<string> {
  return /name="seen" value="([\w-]{16})"/.exec((await desk.opens(path)).html)?.[1] ?? ''
}

describe('a pack’s settings on the desk', () => {
  it('are shown before its first question, and in the studio', async () => {
    await desk.opens('/desk/studio')
    for (const [fields, said] of [
      [{ name: 'werkstatt', language: 'klingonisch' }, '“klingonisch” isn’t a language I know'],
      [{ name: 'zwei worte', language: 'de' }, 'can’t be the name of a pack'],
      [{ name: 'Built-in', language: 'de' }, 'already means something'],
    ] as const) {
      const refused = await desk.sends('/desk/studio/packs', { ...fields, spelling: 'exact' })
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(said)])
      expect(refused.html).toContain(`value="${fields.name}"`)
    }
    const made = await desk.sends('/desk/studio/packs', { name: 'Werkstatt', language: 'DE', spelling: 'forgiven' })
    expect(made.text).toContain('Saved. Pack werkstatt')
    expect((await questions())?.pack).toMatchObject({ language: 'de', forgivesSpelling: true, questions: 0 })
    expect((await desk.sends('/desk/studio/packs', { name: 'werkstatt', language: 'de' })).text).toContain(
      'There’s already',
    )
    const seen = await desk.sends('/desk/studio', { ...draft, rubric: '', answers: '', do: 'test' })
    expect(seen.text).toContain('This pack isn’t in English (de).')
    expect(seen.text).toContain('A draft doesn’t know the language')
    expect(seen.html).toContain('- sauerstoff')
    expect(seen.html).not.toContain('never')
  })

  it('change with its synonyms, in new versions of the affected questions', async () => {
    const fields = { ...draft, topic: 'luft', rubric, answers, do: 'publish' }
    expect((await desk.sends('/desk/studio', fields)).text).toContain('Published.')
    expect((await desk.opens(page)).html).toContain('dampf: [dämpfe, gase]')
    const saved = await saves({ sets: 'dampf: [dämpfe, gase, dunst]\nunused: [x]\ndenials: [kein, nicht]' })
    expect(saved.text).toContain('Saved.')
    const now = await questions()
    expect(now?.all.map(({ version }) => version)).toEqual(['v2'])
    expect(now?.pack.synonyms).toEqual({
      dampf: ['dämpfe', 'gase', 'dunst'],
      unused: ['x'],
      denials: ['kein', 'nicht'],
    })
    expect(now?.all[0]?.synonyms).toEqual({ dampf: ['dämpfe', 'gase', 'dunst'], denials: ['kein', 'nicht'] })
    await saves({ sets: 'dampf: [dämpfe, gase, dunst]\nunused: [y]\ndenials: [kein, nicht]' })
    expect((await questions())?.all.map(({ version }) => version)).toEqual(['v2'])
    const tried = await desk.sends('/desk/studio', {
      ...draft,
      rubric,
      answers: 'right: kein Sauerstoff, nur Gase',
      do: 'test',
    })
    expect(tried.html).not.toContain('<mark>Sauerstoff</mark>')
    expect((await desk.opens('/desk/changes')).text).toContain(
      'set how answers to the pack werkstatt are read: language de, spelling forgiven',
    )
  })

  it('aren’t overwritten by an admin who saw earlier ones', async () => {
    const seen = await seenOn(page)
    const sets = 'dampf: [dämpfe, gase, dunst]\nunused: [z]\ndenials: [kein, nicht]'
    expect((await saves({ sets, seen })).text).toContain('Saved.')
    const late = await saves({ sets: 'dampf: [dämpfe, gase]', seen })
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('Somebody else changed this')])
    expect(late.html).toContain('unused: [z]')
    expect((await questions())?.pack.synonyms).toMatchObject({ unused: ['z'] })
  })

  it('keep retired questions retired, and can require exact spelling', async () => {
    const { packs } = app.app.deps.store
    const before = await questions()
    if (!before) throw new Error('no pack')
    await packs.retire(before.pack, ['warum-luftet-man'], true)
    const database = new pg.Client({ connectionString: app.databaseUrl })
    await database.connect()
    await database.query(`update pack_questions set retired_at = '2026-01-02T03:04:05Z' where retired_at is not null`)
    await saves({ spelling: 'exact', sets: 'dampf: [dämpfe, gase]' })
    const after = await questions()
    expect(after?.pack).toMatchObject({ forgivesSpelling: false, questions: 0, retired: 1 })
    expect(after?.all.map(({ version, retired }) => [version, retired])).toEqual([['v3', true]])
    const { rows } = await database.query<{ retired_at: Date }>('select retired_at from pack_questions')
    await database.end()
    expect(rows.map((row) => row.retired_at.toISOString())).toEqual(['2026-01-02T03:04:05.000Z'])
    await packs.retire(before.pack, ['warum-luftet-man'], false)
  })

  it.each<[what: string, fields: Parameters<typeof saves>[0], said: RegExp]>([
    ['sets that are no YAML', { sets: 'dampf: [dämpfe' }, /Nothing was changed\. Synonyms: Line 1, column \d+/],
    [
      'a set that a rubric uses and that is gone',
      { sets: 'other: [x]' },
      /“Warum lüftet man\?”: its rubric uses the set @dampf/,
    ],
    [
      'a set by which the model answer is wrong',
      { sets: 'dampf: [rauch]' },
      /“Warum lüftet man\?”: the model answer is not graded/,
    ],
    ['a pattern that can’t be read', { sets: 'dampf: ["(dämpfe"]' }, /“Warum lüftet man\?”: /],
    ['no language', { language: '../de', sets: 'dampf: [dämpfe]' }, /isn’t a language I know/],
    [
      'aliases without end',
      { sets: `a: &a [${'"x",'.repeat(2000)}"x"]\n${Array.from({ length: 60 }, (_, at) => `b${at}: *a`).join('\n')}` },
      /aliases/,
    ],
  ])('don’t change and show the reason if they get %s', async (_what, fields, said) => {
    const before = await questions()
    const refused = await saves(fields)
    expect([refused.status, refused.text]).toEqual([422, expect.stringMatching(said)])
    if (fields.sets && fields.sets.length < 100) expect(refused.text).toContain(fields.sets)
    expect(await questions()).toEqual(before)
  })

  it('don’t change if the workspace’s packs take 50 MB, until there is room again', async () => {
    const { packs, retention } = app.app.deps.store
    const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }
    const large = await packs.save(1, 'large', details)
    const other = aQuestion('other')
    const explanation = randomBytes(38_000_000).toString('base64')
    await packs.put(large, [{ ...other, question: { ...other.question, explanation } }], 'keep')
    const before = await questions()
    const sets = 'dampf: [dämpfe, gase, rauch]'
    const refused = await saves({ sets })
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('would take up more than 50 MB')])
    const more = await desk.sends('/desk/studio', {
      ...draft,
      prompt: 'Wann?',
      topic: 'luft',
      rubric,
      answers,
      do: 'publish',
    })
    expect([more.status, more.text]).toEqual([422, expect.stringContaining('would take up more than 50 MB')])
    expect(await questions()).toEqual(before)
    await packs.remove(large)
    await retention.erase('questions', { now: new Date(), months: 12, limit: 100 })
    expect((await saves({ sets })).text).toContain('Saved.')
    expect((await questions())?.all.map(({ version }) => version)).toEqual(['v4'])
  }, 60_000)

  it('exist only for a workspace’s own packs', async () => {
    const { workspaces, packs } = app.app.deps.store
    const { id } = await workspaces.recognise({ ref: 'slack:T9', name: 'Others' })
    await packs.save(id, 'theirs', { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} })
    ahead += 5_000
    expect((await desk.sends('/desk/studio/pack/theirs/reading', { language: 'de' })).status).toBe(404)
    expect(await packs.find(id, 'theirs')).toMatchObject({ language: 'en' })
  })
})

describe('a draft of an imported file', () => {
  const field = (html: string, name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? ''
  const source = 'https://wiki.example.com/bread'

  /** Uploads a file with one question and opens its draft in the studio. */
  async function imported(prompt: string): Promise<{ path: string; fields: Record<string, string> }> {
    ahead += 30_000
    await desk.opens('/desk/imports')
    const bytes = new TextEncoder().encode(`id,question,answer,source\nrise,${prompt},Yeast and gas,${source}\n`)
    const { path } = await desk.uploads('/desk/imports', { name: 'bread.csv', bytes }, { pack: 'kitchen' })
    const link = await vi.waitFor(
      async () => {
        ahead += 1000
        const found = /\/desk\/imports\/drafts\/\d+/.exec((await desk.opens(path)).html)?.[0]
        if (found === undefined) throw new Error('not read yet')
        return found
      },
      { timeout: 20_000, interval: 100 },
    )
    const { html } = await desk.opens(link)
    const names = ['prompt', 'answer', 'pack', 'topic', 'sources', 'origin']
    return { path: link, fields: Object.fromEntries(names.map((name) => [name, field(html, name)])) }
  }

  const rubricOf = `full: 2
points:
  - { id: yeast, label: Yeast, says: [yeast] }
  - { id: gas, label: Gas, says: [gas] }
`
  const sorted = [
    ...['right: yeast makes gas', 'right: gas of yeast', 'right: yeast and gas', 'half: yeast', 'half: some gas'],
    ...['half: the gas', 'wrong: salt', 'wrong: the heat', 'wrong: flour', 'wrong: no idea'],
  ].join('\n')

  it('is saved with its changes, so that the author can continue another day', async () => {
    const { path, fields } = await imported('What makes dough rise?')
    expect(fields).toMatchObject({ pack: 'kitchen', sources: source })
    const opened = await desk.sends('/desk/studio', { ...fields, do: 'test' })
    expect(opened.text).toContain('Save the draft')
    const typed = { ...fields, prompt: 'What lifts it?', rubric: rubricOf, answers: 'right: gas of yeast' }
    const broken = await desk.sends('/desk/studio', { ...typed, rubric: 'points: [', do: 'keep' })
    expect([broken.status, broken.text]).toEqual([422, expect.stringContaining('The draft wasn’t saved')])
    const kept = await desk.sends('/desk/studio', { ...typed, do: 'keep' })
    expect([kept.path.split('?')[0], kept.text]).toEqual([path, expect.stringContaining('The draft is saved')])
    expect(field(kept.html, 'prompt')).toBe('What lifts it?')
    expect(kept.html).toContain('right: gas of yeast')
    expect((await desk.sends('/desk/studio', { ...typed, origin: 'draft-999', do: 'keep' })).status).toBe(422)
  })

  it('is removed when it is published, even with other wording, and its sources stay', async () => {
    const { path, fields } = await imported('Why does dough rise?')
    const changed = { ...fields, prompt: 'Why does it grow?', rubric: rubricOf, answers: sorted, do: 'publish' }
    const wrong = await desk.sends('/desk/studio', { ...changed, sources: `${source}\nthe wiki` })
    expect([wrong.status, wrong.text]).toEqual([
      422,
      expect.stringContaining('this source isn’t a web address: the wiki'),
    ])
    expect((await desk.sends('/desk/studio', changed)).text).toContain('Published.')
    expect((await desk.opens(path)).status).toBe(404)
    const made = await questions('kitchen')
    expect(made?.all.map(({ question: { id, prompt, sources } }) => ({ id, prompt, sources }))).toEqual([
      { id: 'rise', prompt: 'Why does it grow?', sources: [source] },
    ])
    ahead += 5_000
    const edit = await desk.opens('/desk/studio/pack/kitchen/rise')
    expect(edit.html).toContain(`>${source}</textarea>`)
  })
})
