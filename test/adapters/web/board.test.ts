import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { type BoardView, createWebServer, type FindBoard } from '../../../src/adapters/web/index.ts'

const hostile = '<script>alert(1)</script> 🎉'

const view: BoardView = {
  workspaceName: 'Acme & Sons',
  window: 'week',
  by: 'teams',
  standings: [
    { subjectId: 1, name: 'Core', points: 12, rank: 1, movement: 2 },
    { subjectId: 2, name: hostile, points: 9, rank: 2, movement: -1 },
    { subjectId: 3, name: 'Data', points: 9, rank: 2, movement: 0 },
    { subjectId: 4, name: 'Docs', points: 1, rank: 4 },
  ],
  weeks: {
    days: [
      '2026-01-05',
      '2026-01-12',
      '2026-01-19',
      '2026-01-26',
      '2026-02-02',
      '2026-02-09',
      '2026-02-16',
      '2026-02-23',
    ],
    lines: [
      { name: 'Core', points: [0, 3, 5, 8, 9, 10, 11, 12] },
      { name: hostile, points: [1, 1, 2, 3, 5, 8, 9, 9] },
    ],
  },
  topics: [
    { topic: hostile, asked: 1, answered: 3, correct: 0, expected: 0.305, most: 3 },
    { topic: 'key-value-store', asked: 4, answered: 20, correct: 12, expected: 0.62, most: 5 },
  ],
}

async function open(url: string, board: FindBoard): Promise<{ status: number; body: string }> {
  const app = createWebServer({
    logger: pino({ level: 'silent' }),
    ready: async () => ({ postgres: true, queue: true }),
    board,
    playerExport: async () => 'unknown',
    progress: async () => 'unknown',
    doors: { chats: [], playground: false, tour: false },
    installation: { contact: undefined, retentionMonths: 12, playground: true },
    production: false,
    publicUrl: undefined,
    plugins: [],
  })
  const answer = await app.inject({ url, headers: { accept: 'text/html' } })
  await app.close()
  return { status: answer.statusCode, body: answer.body }
}

function words(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('the board page', () => {
  it('shows by topic what the team would get right today, or nothing without enough data', async () => {
    const { body } = await open('/board/token', async (_token, choice) => ({ ...view, ...choice }))
    expect(words(body)).toContain('Topic Asked Would get right today')
    expect(words(body)).toMatch(/🎉 1 31%.*Key-Value Store 4 62%/)
    expect(body).not.toContain('<script>alert')
    const none = await open('/board/token', async (_token, choice) => ({ ...view, ...choice, topics: [] }))
    expect(words(none.body)).not.toContain('Would get right today')
  })

  it('shows ranks with ties, and changes of rank also in words', async () => {
    const { status, body } = await open('/board/token', async () => view)
    expect(status).toBe(200)
    const rows = [...body.matchAll(/<tr class="rank-[^"]+">([\s\S]*?)<\/tr>/g)].map(([, row = '']) => words(row))
    expect(rows).toMatchInlineSnapshot(`
      [
        "1 Core ▲ 2 up 2 12",
        "2 &lt;script&gt;alert(1)&lt;/script&gt; 🎉 ▼ 1 down 1 9",
        "2 Data – no change 9",
        "4 Docs new 1",
      ]
    `)
  })

  it('shows a name as it was typed', async () => {
    const { body } = await open('/board/token', async () => view)
    expect(body).not.toContain('<script>alert')
    expect(body.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt; 🎉/g)).toHaveLength(5)
  })

  it('draws eight weeks, and also has the figures as a table', async () => {
    const { body } = await open('/board/token', async () => view)
    expect(body.match(/<polyline/g)).toHaveLength(2)
    expect(body.match(/<circle/g)).toHaveLength(16)
    expect(words(/<details>[\s\S]*<\/details>/.exec(body)?.[0] ?? '')).toContain('23 Feb 12 9')
  })

  /** The points `x,y` of each line's segments. */
  async function drawn(points: number[][]): Promise<string[][][]> {
    const lines = points.map((of, index) => ({ name: `Team ${index}`, points: of }))
    const days = view.weeks.days.slice(0, points[0]?.length)
    const { body } = await open('/board/token', async () => ({ ...view, weeks: { days, lines } }))
    return [...body.matchAll(/<g class="line[^>]*>([\s\S]*?)<\/g>/g)].map(([, line = '']) =>
      [...line.matchAll(/<polyline points="([^"]*)"/g)].map(([, at = '']) => at.split(' ')),
    )
  }

  it('draws equal lines side by side', async () => {
    const lines = await drawn([
      [2, 4, 6],
      [2, 4, 6],
      [2, 4, 6],
    ])
    expect(new Set(lines.map(String)).size).toBe(3)
  })

  it('leaves a gap for a week without points, and doesn’t show zeros in its table', async () => {
    const [core = []] = await drawn([
      [2, 4, 0, 0, 6, 8, 0],
      [1, 1, 0, 0, 1, 0, 0],
    ])
    expect(core.map((part) => part.length)).toEqual([2, 2])
    const lines = [{ name: 'Core', points: [3, 0] }]
    const weeks = { days: view.weeks.days.slice(0, 2), lines }
    const { body } = await open('/board/token', async () => ({ ...view, weeks }))
    expect(words(/<details>[\s\S]*<\/details>/.exec(body)?.[0] ?? '')).toContain('12 Jan –')
  })

  it.each([
    ['/board/token', { window: 'week', by: 'teams' }],
    ['/board/token?window=all&by=players', { window: 'all', by: 'players' }],
    ['/board/token?window=decade&by=%3Cb%3E', { window: 'week', by: 'teams' }],
    ['/board/token?window=all&window=week', { window: 'week', by: 'teams' }],
  ])('reads %s as %j', async (url, wanted) => {
    let asked: unknown
    await open(url, async (token, choice) => {
      asked = { token, ...choice }
      return { ...view, ...choice }
    })
    expect(asked).toEqual({ token: 'token', ...wanted })
  })

  it('links to the other windows and subjects, and marks the current one', async () => {
    const { body } = await open('/board/to%20ken', async () => view)
    const links = [...body.matchAll(/href="(\/board[^"]*)"( aria-current="page")?/g)].map(
      ([, to, now]) => `${to}${now ?? ''}`,
    )
    expect(links).toEqual([
      '/board/to%20ken?window=week&amp;by=teams aria-current="page"',
      '/board/to%20ken?window=week&amp;by=players',
      '/board/to%20ken?window=week&amp;by=teams aria-current="page"',
      '/board/to%20ken?window=month&amp;by=teams',
      '/board/to%20ken?window=all&amp;by=teams',
    ])
  })

  it('shows a friendly text if nobody has points', async () => {
    const nobody = { ...view, standings: [], weeks: { days: view.weeks.days, lines: [] } }
    const { body } = await open('/board/token', async () => nobody)
    expect(body).toContain('No team has scored in this period yet.')
    expect(body).not.toContain('<svg')
  })

  it.each([
    ['unknown', 404, 'This is not a board'],
    ['expired', 410, 'This link has expired'],
  ] as const)('shows a friendly page if a link is %s', async (found, status, title) => {
    const answer = await open('/board/token', async () => found)
    expect([answer.status, words(/<h1>.*<\/h1>/.exec(answer.body)?.[0] ?? '')]).toEqual([status, title])
  })

  it('accepts a long token', async () => {
    const { status } = await open(`/board/${'x'.repeat(1500)}`, async () => view)
    expect(status).toBe(200)
  })
})
