import { describe, expect, it } from 'vitest'
import { csvRow } from '../../src/domain/csv-row.ts'
import { folderWith, quiz, quizProcess } from '../kit/product/quiz-command.ts'
import { testBank } from '../kit/product/quiz-world.ts'

describe('questions export', () => {
  it('prints the bank for a spreadsheet', async () => {
    const { status, out } = await quizProcess(['questions', 'export'], { bank: testBank })
    expect(status).toBe(0)
    expect(out.split('\r\n')).toEqual([
      'id,topic,difficulty,kind,prompt,hint,answer,explanation,sources,asOf',
      'one-off,dynos,easy,recall,"What is a one-off dyno, and what is it good for?",Think of `heroku run`.,A temporary dyno for admin tasks.,It runs one command and ends.,https://devcenter.heroku.com/articles/one-off-dynos,2025-04',
      '',
    ])
  })

  it('prints files that can be read as a bank again', async () => {
    const synonyms = 'ephemeral: [temporary]'
    const exported = await quiz(['questions', 'export', '--format', 'yaml'], { bank: testBank })
    const copy = await folderWith({ 'dynos.yaml': exported.out, 'synonyms.yaml': synonyms })
    const [list, copied] = await Promise.all(
      [testBank, copy].map((bank) => quiz(['questions', 'list', '--json'], { bank })),
    )
    expect(copied?.out).toBe(list?.out)
    const graded = await quiz(['grade', '--question', 'one-off', '--answer', 'temporary admin tasks'], { bank: copy })
    expect(graded.out).toMatch(/^correct/)
  })

  it('refuses a format it does not know', async () => {
    const { status } = await quiz(['questions', 'export', '--format', 'pdf'], { bank: testBank })
    expect(status).toBe(2)
  })
})

describe('a row of CSV', () => {
  it.each<[cells: (string | number)[], row: string]>([
    [['plain', 3, ''], 'plain,3,'],
    [['a, b', 'say "hi"', 'two\nlines'], '"a, b","say ""hi""","two\nlines"'],
    [['=1+1', '+1', '-1', '@x'], "'=1+1,'+1,'-1,'@x"],
    [[-1, '1-2'], '-1,1-2'],
    [['a;=1+1', 'b;"=1+1"', 'c; -d', 'e;f-g'], `a;'=1+1,"b;'""=1+1""",c;' -d,e;f-g`],
    [['＝1+1', '＠x'], "'＝1+1,'＠x"],
  ])('of %j is %s', (cells, row) => {
    expect(csvRow(cells)).toBe(`${row}\r\n`)
  })
})
