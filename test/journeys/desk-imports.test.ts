import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { mostOwnQuestions } from '../../src/domain/packs/own-questions.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { ankiCollection, ankiDeck } from '../kit/bank/anki-deck.ts'
import type { DeskPerson, Seen } from '../kit/people/desk-person.ts'
import { type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
/** The clock moves between requests, because the desk limits their rate. */
let ahead = 0

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
  desk = await signedIn(app)
})
afterAll(() => app.close())

const written = 'test/adapters/question-imports/files'
const files = '/desk/imports'
const text = (lines: string) => new TextEncoder().encode(lines)
const store = () => app.app.deps.store

/** Uploads a file and reloads its page until the worker has read it. */
async function brings(name: string, bytes: Uint8Array, fields: Record<string, string> = {}): Promise<Seen> {
  ahead += 30_000
  await desk.opens(files)
  const seen = await desk.uploads(files, { name, bytes }, fields)
  if (seen.status !== 200) return seen
  return vi.waitFor(
    async () => {
      const now = await desk.opens(seen.path)
      if (now.headers.has('refresh')) throw new Error('still being read')
      return now
    },
    { timeout: 60_000, interval: 200 },
  )
}

async function removesAll(): Promise<void> {
  for (const { id } of await store().imports.list(1)) {
    ahead += 1000
    await desk.opens(files)
    await desk.sends(`${files}/${id}`)
  }
  expect((await desk.opens(files)).text).toContain('No file has been imported yet.')
}

describe('a file from another program, on the desk', () => {
  it.each<[name: string, fields: Record<string, string>, said: RegExp]>([
    ['moodle-export.xml', {}, /3 questions were read, and 3 drafts are waiting\. 1 place was not read\./],
    ['moodle-export.gift', {}, /2 questions were read.* 20 Not read: can only be answered with true or false/],
    ['anki-notes.txt', {}, /8 Read as what-does-70-hydration-mean\. Please check: 2 pictures or sounds are left out/],
    ['aiken.txt', {}, /0 questions were read.* 1 Not read: has the same prompt as a draft that is already waiting/],
    ['excel.csv', { language: 'other' }, /5 Not read: has no question/],
    ['excel-unicode.txt', { format: 'csv' }, /has the same prompt as a draft that is already waiting/],
  ])('is read line by line, with reasons for skipped lines, and becomes drafts: %s', async (name, fields, said) => {
    expect((await brings(name, await readFile(`${written}/${name}`), fields)).text).toMatch(said)
    expect((await desk.opens(files)).text).toContain(name)
  })

  it('can be a packed Anki deck, and other packed files are refused', async () => {
    const deck = ankiDeck(
      ankiCollection([[['What is a <i>poolish</i>?', 'A wet dough'], 'Bread']], { format: 'new' }),
      'new',
    )
    const seen = await brings('bread.apkg', deck)
    expect(seen.text).toContain('1 question was read, and 1 draft is waiting. Line by line')
    expect(seen.text).toContain('1 Read as what-is-a-poolish.')
    expect((await brings('sheet.xlsx', deck, { format: 'csv' })).text).toContain('Not read: This is a packed file')
  })

  it('shows markup, and text that a spreadsheet would run as a formula, as it was typed', async () => {
    const seen = await brings('f.csv', text('question,answer\n"=cmd|""/c <calc> & x"" is what?","<b>Bold</b> yeast"'))
    const link = /\/desk\/imports\/drafts\/\d+/.exec(seen.html)?.[0] ?? ''
    const draft = await desk.opens(link)
    expect(draft.text).toContain('The model answer: Bold yeast')
    expect(draft.html).toContain('=cmd|&quot;/c')
    expect((await desk.opens(`${link}0`)).status).toBe(404)
  })

  it('leaves an answer out of its draft if it is too long for the studio', async () => {
    const long = 'yeast '.repeat(1000)
    const answers = [
      ['100', 'A warm room'],
      ['100', long],
      ['0', long],
      ['0', 'Salt'],
    ].map(([share, answer]) => `<answer fraction="${share}"><text>${answer}</text></answer>`)
    const asked = '<questiontext><text>What does proofing need?</text></questiontext>'
    const file = `<quiz><question type="shortanswer">${asked}${answers.join('')}</question></quiz>`
    const seen = await brings('proof.xml', text(file))
    const { html } = await desk.opens(/\/desk\/imports\/drafts\/\d+/.exec(seen.html)?.[0] ?? '')
    expect(html).toContain('wrong: Salt')
    expect(html.length).toBeLessThan(10_000)
  })

  it('has drafts that open in the studio, and disappear once they are published or discarded', async () => {
    await removesAll()
    const seen = await brings(
      'bread.csv',
      text('question,answer,wrong\nWhat makes dough rise?,Yeast and gas,Salt\nWhy rye?,Taste,'),
      { pack: ' Bakery ' },
    )
    expect(seen.text).toContain('2 questions were read, and 2 drafts are waiting.')
    const [first = '', second = ''] = seen.html.match(/\/desk\/imports\/drafts\/\d+/g) ?? []
    const draft = await desk.opens(first)
    const form = draft.html.split('action="/desk/studio"')[1]?.split('</form>')[0] ?? ''
    const fields = Object.fromEntries(
      [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
    )
    expect(fields.pack).toBe('bakery')
    const studio = await desk.sends('/desk/studio', { ...fields, do: 'test' })
    expect(studio.text).toContain('2 of 2 are graded as you sorted them.')
    const sorted = ['yeast and gas', 'gas of yeast', 'the yeast makes gas', 'yeast gas'].map((one) => `right: ${one}`)
    const wrong = ['salt', 'heat', 'flour', 'no idea'].map((one) => `wrong: ${one}`)
    const half = ['yeast', 'gas', 'a gas'].map((one) => `half: ${one}`)
    const rubric =
      'full: 2\npoints:\n  - { id: yeast, label: Yeast, says: [yeast] }\n  - { id: gas, label: Gas, says: [gas] }\n'
    const answers = [...sorted, ...half, ...wrong].join('\n')
    const done = await desk.sends('/desk/studio', { ...fields, rubric, answers, pack: 'kitchen', do: 'publish' })
    expect(done.text).toContain('Published.')
    expect((await desk.opens(first)).status).toBe(404)
    await desk.opens(second)
    expect((await desk.sends(second)).text).toContain('Removed.')
    expect((await desk.opens(files)).text).toContain('Read. No drafts are waiting.')
    const again = await brings('again.csv', text('question,answer\nwhat  makes DOUGH rise?,Yeast'))
    expect(again.text).toContain('Not read: has the same prompt as a question in the pack kitchen.')
    expect((await desk.opens('/desk/changes')).text).toContain('imported a file of questions: again.csv')
  })

  it('is read in a separate process, which reads a thousand questions in less than ten seconds of processor time and reports progress', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `Which valve closes pipe ${at}?,The red valve number ${at} beside the pump,The blue one`,
    )
    const told: number[] = []
    const before = process.cpuUsage()
    const { deps } = app.app
    const read = await deps.readImport(
      {
        name: 'a.csv',
        bytes: text(`question,answer,wrong\n${rows.join('\n')}`),
        format: 'csv',
        english: false,
        known: new Map(),
      },
      (done) => told.push(done),
    )
    expect('drafts' in read && read.drafts).toHaveLength(1000)
    expect(told.length).toBeGreaterThan(0)
    expect(told).toEqual(told.toSorted((one, other) => one - other))
    // The worker's own process uses almost no time for the import, so it can continue grading.
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(3000)
  }, 60_000)

  it.each<[what: string, name: string, bytes: () => Uint8Array, said: RegExp]>([
    [
      'an XML bomb',
      'a.xml',
      () => text('<!DOCTYPE q [<!ENTITY a "ha">]><quiz>&a;</quiz>'),
      /Not read: .*its own entities.* Nothing was stored/,
    ],
    ['a packed file', 'a.csv', () => text('PK\u0003\u0004'), /Not read: This is a packed file/],
    ['100,001 lines', 'a.csv', () => text('\n'.repeat(100_001)), /Not read: .*more than 100,000 lines/],
    [
      'ten megabytes of the same',
      'a.csv',
      () => text(`question,answer\n${'What is it?,Yeast\n'.repeat(99_000)}`),
      /1 question was read.* 98999 places were not read.* 3–99001 Not read: has the same prompt as line 2/,
    ],
  ])('is refused with one line if it is %s, and nothing of it is stored', async (_what, name, bytes, said) => {
    await removesAll()
    expect((await brings(name, bytes())).text).toMatch(said)
  })

  it.each<
    [what: string, name: string, bytes: Uint8Array, fields: Record<string, string>, status: number, said: RegExp]
  >([
    ['nothing', '', new Uint8Array(), {}, 422, /The file is empty, or no file was chosen/],
    ['for a pack that can’t be called so', 'a.csv', text('question'), { pack: 'all' }, 422, /name/],
    ['a file whose program nobody names', 'a.doc', text('hello'), {}, 422, /I can’t tell what format/],
    ['a byte too many', 'a.csv', new Uint8Array(10_100_001), {}, 413, /A file may have up to 10 MB/],
    ['a form without its token', 'a.csv', text('question,answer\nWhy?,So'), { token: '' }, 403, /That wasn’t accepted/],
  ])('is refused before it is read if it is %s', async (_what, name, bytes, fields, status, said) => {
    const before = await store().imports.list(1)
    await desk.opens(files)
    const seen = await desk.uploads(files, { name, bytes }, fields)
    expect([seen.status, seen.text]).toEqual([status, expect.stringMatching(said)])
    expect(await store().imports.list(1)).toEqual(before)
  })

  it('waits for the previous file, and at most twenty are stored', async () => {
    await removesAll()
    const file = {
      workspaceId: 1,
      playerId: 1,
      name: 'a',
      format: 'csv' as const,
      english: true,
      pack: '',
      bytes: text('x'),
      askedAt: new Date(Date.now() + 3_600_000),
    }
    const id = await store().imports.add(file, 20)
    await desk.opens(files)
    const again = await desk.uploads(files, { name: 'b.csv', bytes: text('x') })
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('Another file is being read right now.')])
    expect((await desk.opens(`${files}/${id}`)).headers.get('refresh')).toBe('2')
    await store().imports.finish(Number(id), new Date(), { state: 'refused', problem: 'x' })
    for (let number = 1; number < 20; number++) {
      const other = await store().imports.add(file, 20)
      await store().imports.finish(Number(other), new Date(), { state: 'refused', problem: 'x' })
    }
    await desk.opens(files)
    expect((await desk.uploads(files, { name: 'b.csv', bytes: text('x') })).text).toContain('There are 20 files here')
    await removesAll()
  })

  it('stores nothing if there would be more drafts than a workspace may have questions', async () => {
    await removesAll()
    const file = {
      workspaceId: 1,
      playerId: 1,
      name: 'many.csv',
      format: 'csv',
      english: true,
      pack: '',
      askedAt: new Date(),
    } as const
    const id = await store().imports.add({ ...file, bytes: text('x') }, 20)
    const drafts = Array.from({ length: mostOwnQuestions - 1 }, (_, line) => ({
      line,
      question: aQuestion(`box-${line}`).question,
      synonyms: {},
    }))
    await store().imports.finish(Number(id), new Date(), { state: 'read', drafts, lines: [] })
    const seen = await brings('two-more.csv', text('question,answer\nWhy rye?,Taste\nWhy salt?,Taste'))
    expect(seen.text).toContain('Not read: More than 2000 drafts would be waiting.')
    expect((await store().imports.drafts(1)).length).toBe(mostOwnQuestions - 1)
    expect((await brings('one-more.csv', text('question,answer\nWhy rye?,Taste'))).text).toContain('1 draft is waiting')
    await removesAll()
  })
})

function unescaped(value: string): string {
  const letters = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
  return Object.entries(letters).reduce((text, [entity, letter]) => text.replaceAll(entity, letter), value)
}
