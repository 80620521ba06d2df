import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readImport } from '../../../src/adapters/question-imports/index.ts'
import { draftQuestions } from '../../../src/domain/packs/draft-questions.ts'
import { formatOf, type ImportFormat } from '../../../src/domain/packs/imported.ts'

async function readNamed(name: string, format: ImportFormat) {
  return readImport(await readFile(`test/adapters/question-imports/files/${name}`), format)
}

const bytes = (text: string) => new TextEncoder().encode(text)

const tableOf = async (name: string, format: ImportFormat) => {
  const { read, skipped } = await readNamed(name, format)
  return {
    read: read.map(({ line, prompt, right, wrong }) => [line, prompt, right, wrong.map(({ text }) => text)]),
    skipped: skipped.map(({ line, why }) => `${line} ${why}`),
  }
}

describe('questions from other programs', () => {
  it('are read from Moodle XML, with HTML as text, without pictures, and the category as the topic', async () => {
    expect(await tableOf('moodle-export.xml', 'moodle')).toEqual({
      read: [
        [15, 'What makes the dough rise?', ['yeast'], []],
        [55, 'Why is dough kneaded?', ['Kneading stretches the gluten, which holds the gas.'], []],
        [72, 'What keeps a crust thin while bread bakes?', ['Steam in the oven'], ['A cold stone']],
      ],
      skipped: ['89 is of the type matching, which can’t be answered in words'],
    })
    const [first] = (await readNamed('moodle-export.xml', 'moodle')).read
    expect(first).toMatchObject({
      ...{ id: 'Rising agent', topic: 'Bread basics', hint: 'It is alive.', leftOut: 1 },
      explanation: 'Yeast eats sugar & makes gas.',
    })
  })

  it('are read from GIFT, and one that can’t be read doesn’t affect the others', async () => {
    expect(await tableOf('moodle-export.gift', 'gift')).toEqual({
      read: [
        [5, 'What makes the dough rise?', ['yeast'], []],
        [13, 'What keeps a crust thin: a stone or steam?', ['Steam in the oven'], ['A cold stone']],
        [28, 'How hot, in degrees Celsius, is a good oven for bread?', ['240'], []],
      ],
      skipped: [
        '20 can only be answered with true or false: ask why instead',
        '24 is not GIFT: see its brackets, = and ~',
        '32 has no answer',
      ],
    })
  })

  it('are read from Anki’s plain text', async () => {
    expect(await tableOf('anki-notes.txt', 'anki')).toEqual({
      read: [
        [7, 'What makes dough rise?', ['Yeast, which makes gas'], []],
        [8, 'What does `70 % hydration` mean?', ['70 g of "water" for each 100 g of flour'], []],
        [10, 'What makes dough rise?', ['Yeast'], []],
      ],
      skipped: ['9 is a cloze without a question: write one for it'],
    })
    expect((await readNamed('anki-notes.txt', 'anki')).read[1]).toMatchObject({ topic: 'Baking', leftOut: 2 })
  })

  it('are read from Aiken', async () => {
    expect(await tableOf('aiken.txt', 'aiken')).toEqual({
      read: [[1, 'What makes dough rise?', ['Yeast'], ['Salt']]],
      skipped: ['6 has no line “ANSWER:” that names one of its options'],
    })
  })

  it.each(['excel.csv', 'excel-unicode.txt'])('are read from a spreadsheet: %s', async (name) => {
    expect(await tableOf(name, 'csv')).toEqual({
      read: [
        [2, 'What makes dough rise; and why?', ['Yeast: it makes\ngas, said "Ann"'], ['Salt', 'Sugar']],
        [4, 'What is rye?', ['A cereal'], []],
        [5, '', ['An answer alone'], []],
        [6, '=HYPERLINK("https://evil.example";"click")', ['=1+1'], []],
        [7, 'What is salt & @everyone?', ['A crystal'], []],
      ],
      skipped: [],
    })
  })

  it.each<[what: string, text: string, right: string[], wrong: string[]]>([
    ['letters', 'question,A,B,C,correct answer\nWhy?,Salt,Yeast,Sugar,b', ['Yeast'], ['Salt', 'Sugar']],
    ['numbers', 'Question,Answer 1,Answer 2,Correct answer(s)\nWhy?,Salt,Yeast,2', ['Yeast'], ['Salt']],
    ['several', 'question,option a,option b,option c,answer\nWhy?,Salt,Yeast,Gas,"B, C"', ['Yeast', 'Gas'], ['Salt']],
    ['an unknown key', 'question,A,B,C,answer\nWhy?,Salt,Yeast,Gas,D', [], ['Salt', 'Yeast', 'Gas']],
    ['words', 'question,A,B,answer\nWhy?,Salt,Yeast,yeast', ['yeast'], ['Salt']],
    ['other answers', 'question,answer 1,answer 2\nWhy?,Yeast,Gas', ['Yeast', 'Gas'], []],
  ])('are read from a sheet whose options have %s', (_what, text, right, wrong) => {
    expect(readImport(bytes(text), 'csv').read).toMatchObject([{ right, wrong: wrong.map((one) => ({ text: one })) }])
  })

  it.each([
    ['What does <b> do in HTML?', 'What does <b> do in HTML?'],
    ['A `List<String>` is read-only', 'A `List<String>` is read-only'],
    ['a <b>bold</b> word', 'a bold word'],
    ['one<br>two', 'one\ntwo'],
  ])('keep tags in a cell of a sheet that isn’t HTML: %j', (cell, text) => {
    expect(readImport(bytes(`question,answer\n${cell},Yes`), 'csv').read[0]?.prompt).toBe(text)
  })

  it('keep answers that are partly right', () => {
    const gift = readImport(bytes('Why rise? {=Yeast makes gas ~%50%Yeast ~Salt #Salt is a mineral.}'), 'gift')
    expect(gift.read).toMatchObject([{ right: ['Yeast makes gas'], half: ['Yeast'], wrong: [{ text: 'Salt' }] }])
    const answer = (share: number, text: string) =>
      `<answer fraction="${share}"><text>${text}</text><feedback><text>${share < 1 ? 'No.' : ''}</text></feedback></answer>`
    const xml = `<quiz><question type="shortanswer"><questiontext><text>Why rise?</text></questiontext>
      ${answer(100, 'Yeast makes gas')}${answer(50, 'Yeast')}${answer(0, 'Salt')}</question></quiz>`
    const moodle = readImport(bytes(xml), 'moodle')
    expect(moodle.read).toMatchObject([
      { right: ['Yeast makes gas'], half: ['Yeast'], wrong: [{ text: 'Salt', tell: 'No.' }] },
    ])
    for (const file of [gift, moodle]) {
      const { drafts, lines } = draftQuestions(file, 'x')
      expect(drafts[0]?.question.examples).toContainEqual({ answer: 'Yeast', verdict: 'partial' })
      expect(lines).toMatchObject([{ look: expect.arrayContaining(['1 comment on a wrong answer is left out']) }])
    }
  })

  it('are read in an old encoding', async () => {
    expect(await tableOf('latin.csv', 'csv')).toMatchObject({ read: [[2, 'Was ist Käse?', ['Gereifte Milch'], []]] })
  })

  it('have a format that is recognized by the file’s name, if possible', () => {
    expect(['a.CSV', 'b.tsv', 'c.gift', 'd.xml', 'e.txt'].map((name) => formatOf(name))).toEqual([
      ...['csv', 'csv', 'gift', 'moodle', undefined],
    ])
  })

  it.each<[what: string, file: Uint8Array, format: ImportFormat, said: RegExp]>([
    ['an invalid zip file', bytes('PK\u0003\u0004...'), 'anki', /can’t be unpacked/],
    ['an .xlsx', bytes('PK\u0003\u0004...'), 'csv', /Export the spreadsheet as CSV/],
    ['more than 10 MB', new Uint8Array(10_000_001), 'csv', /10 MB/],
    ['more than 100,000 lines', bytes('\n'.repeat(100_001)), 'aiken', /100,000 lines/],
    [
      'an XML bomb',
      bytes('<!DOCTYPE q [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'),
      'moodle',
      /entities/,
    ],
    ['invalid XML', bytes('<quiz><question></quiz>'), 'moodle', /not XML/],
    ['XML of something else', bytes('<html></html>'), 'moodle', /no <quiz>/],
    ['XML as deep as it is long', bytes('<a>'.repeat(200_000)), 'moodle', /not XML/],
    ['a sheet without names of columns', bytes('one,two\n1,2'), 'csv', /must name the columns.*one, two/],
    ['nothing', bytes(''), 'csv', /empty/],
  ])('are refused with a reason: %s', (_what, file, format, said) => {
    expect(() => readImport(file, format)).toThrow(said)
  })

  it.each<[what: string, format: ImportFormat, text: string]>([
    ['quotes that never end', 'csv', `question,answer\n"${'x,\n'.repeat(50_000)}`],
    [
      'braces in braces',
      'gift',
      Array(2000)
        .fill(`What {=a ${'{'.repeat(60)}`)
        .join('\n\n'),
    ],
    ['angle brackets', 'anki', `${'<'.repeat(200_000)}\t${'<a '.repeat(60_000)}`],
    ['scripts that never end', 'anki', `${'<script>'.repeat(20_000)}\tyes`],
  ])('take little time with any content: %s', (_what, format, text) => {
    const began = performance.now()
    try {
      readImport(bytes(text), format)
    } catch (error) {
      expect(String(error)).toContain('ImportError')
    }
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

describe('drafts', () => {
  it('have a rubric, examples and an id, and the report has a line for every item of the file', async () => {
    const { drafts, lines } = draftQuestions(await readNamed('anki-notes.txt', 'anki'), 'notes')
    expect(drafts.map(({ question: { id, topic } }) => [id, topic])).toEqual([
      ['what-makes-dough-rise', 'baking'],
      ['what-does-70-hydration-mean', 'baking'],
    ])
    expect(drafts[0]?.question.rubric.points.map(({ id }) => id)).toContain('yeast')
    expect(drafts[0]?.question.examples).toEqual([{ answer: 'Yeast, which makes gas', verdict: 'correct' }])
    expect(lines).toEqual([
      { line: 7, id: 'what-makes-dough-rise', look: [] },
      { line: 8, id: 'what-does-70-hydration-mean', look: ['2 pictures or sounds are left out'] },
      { line: 9, why: expect.stringContaining('cloze') },
      { line: 10, why: 'has the same prompt as line 7' },
    ])
  })

  it.each<[look: string, columns: string, cells: string]>([
    ['the hint is cut to 300 characters', 'hint', 'so '.repeat(200)],
    ['the explanation is cut to 2000 characters', 'explanation', 'so '.repeat(1000)],
    ['“tricky” isn’t a difficulty (easy, medium or hard), so it is medium', 'level', 'tricky'],
    ['1 source that isn’t a web address is left out', 'source', 'https://example.org Kitchen'],
    ['1 answer that is too long or too many is left out', 'wrong', 'Salt '.repeat(500)],
  ])('report what they can’t keep: %s', (look, column, cell) => {
    const text = `question,answer,${column}\nWhat makes dough rise?,Yeast makes gas,${cell}`
    const { lines } = draftQuestions(readImport(bytes(text), 'csv'), 'x')
    expect(lines).toMatchObject([{ look: expect.arrayContaining([look]) }])
  })

  it.each<[why: string, text: string]>([
    ['has no question', 'question,answer\n,yes'],
    ['has no answer', 'question,answer\nWhy?,'],
    ['the limit is 1000', `question,answer\n${'Why so? '.repeat(200)},Because.`],
    ['no word that a rubric could use', 'question,answer\nWhy?,it is of the'],
  ])('aren’t created from an item for this reason: %s', (why, text) => {
    const { drafts, lines } = draftQuestions(readImport(bytes(text), 'csv'), 'x')
    expect(drafts).toEqual([])
    expect(lines).toEqual([{ line: 2, why: expect.stringContaining(why) }])
  })

  it('take less than ten seconds of processor time for a thousand questions', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `What keeps the water of pond ${at} clear?,A pump with a filter moves pond ${at} day and night,Fish`,
    )
    const before = process.cpuUsage()
    const read = readImport(bytes(`question,answer,wrong\n${rows.join('\n')}`), 'csv')
    expect(draftQuestions(read, 'x').drafts).toHaveLength(1000)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000_000).toBeLessThan(10)
  }, 90_000)

  it('stay small if a sheet has very long right answers', () => {
    const words = Array.from({ length: 15_000 }, (_, at) => `word${at}`).join(' ')
    const { drafts } = draftQuestions(
      readImport(bytes(`question;correct;A;B\nWhy so?;A,B;Because of gas;${words}`), 'csv'),
      'x',
    )
    expect(drafts[0]?.question.rubric.points.length).toBeLessThan(10)
  })

  it('don’t exceed the number that a workspace can have', () => {
    const rows = Array.from({ length: 2001 }, (_, number) => `Which color has box ${number}?,Blue ${number}`)
    const { drafts, lines } = draftQuestions(readImport(bytes(`question,answer\n${rows.join('\n')}`), 'csv'), 'x')
    expect(drafts).toHaveLength(2000)
    expect(lines.at(-1)).toEqual({ line: 2002, why: expect.stringContaining('more than the 2000') })
  })
})
