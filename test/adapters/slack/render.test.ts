import { describe, expect, it } from 'vitest'
import { renderHome } from '../../../src/adapters/slack/render/home.ts'
import { renderForm, renderMessage, renderModal } from '../../../src/adapters/slack/render/render.ts'
import type { Block, BoardRow, Form, Inline, Message } from '../../../src/ports/message.ts'
import { violations } from '../../kit/slack/slack-limits.ts'

const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(9).slice(0, 300)

describe('a verdict', () => {
  it.each([
    ['correct', '🟩'],
    ['partial', '🟨'],
    ['incorrect', '⬜'],
  ] as const)('that is %s has its color before its text: %s', (verdict, square) => {
    const blocks: Block[] = [
      { kind: 'text', text: [{ bold: 'Well.' }, ' +8 of 20.'] },
      { kind: 'text', text: ['More'] },
    ]
    const said = renderMessage({ summary: 'S', verdict, blocks }).blocks.map((block) =>
      block.type === 'section' ? block.text?.text : '',
    )
    expect(said.join().split(square)).toHaveLength(2)
    expect(said.join('\n')).toMatch(new RegExp(`^${square} \\*+Well\\.`))
  })
})

describe('text', () => {
  it.each<[Inline[], string]>([
    [['R&D <b> > 1'], 'R&amp;D &lt;b&gt; &gt; 1'],
    [['&amp; stays'], '&amp;amp; stays'],
    [
      ['<!channel> <@U1> <https://evil.example|heroku.com>'],
      '&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|heroku.com&gt;',
    ],
    [['*loud* _slanted_ ~gone~ `code`'], '∗loud* ˍslanted_ ∼gone~ ˋcode`'],
    [['2 * 3, DATABASE_URL and a_b_c'], '2 * 3, DATABASE_URL and a_b_c'],
    [['no \u202egnirts desrever\u202c and no\u0007 bell'], 'no gnirts desrever and no bell'],
    [['Your ', { bold: 'score' }, '.'], 'Your *score*.'],
    [[{ bold: 'Hint: ' }, 'try'], '*Hint:* try'],
    [[{ bold: 'a*b & c' }], '*a*b &amp; c*'.replace('a*b', 'a∗b')],
    [['re', { bold: 'start' }, 'ed'], 're\u200b*start*\u200bed'],
    [[{ code: 'heroku ps:scale web=2 > out' }], '`heroku ps:scale web=2 &gt; out`'],
    [[{ code: 'a`b\nc' }], '`aˋb c`'],
    [[{ bold: ' ' }, { code: '' }, 'nothing'], ' nothing'],
    [
      [{ link: 'Dev > Center', url: 'https://devcenter.heroku.com/?a=1&b=2' }],
      '<https://devcenter.heroku.com/?a=1&amp;b=2|Dev &gt; Center>',
    ],
    [[{ link: 'a|b', url: 'https://x.example/a|b c' }], '<https://x.example/a%7Cb%20c|a|b>'],
    [[{ link: 'click', url: 'javascript:alert(1)' }], 'click'],
    [[{ mention: 'slack:T1:U3' }, { mention: 'slack:T1:S4' }, { mention: 'slack:T1:C5' }], '<@U3><!subteam^S4><#C5>'],
    [[{ mention: 'slack:T1:U3> <!here' }, { mention: 'somebody' }], 'slack:T1:U3&gt; &lt;!heresomebody'],
  ])('%j', (text, marked) => {
    expect(blocksOf({ kind: 'text', text })).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: marked, verbatim: true } },
    ])
  })

  it('is plain in headings, labels and titles, because Slack doesn’t format them', () => {
    const [heading] = blocksOf({ kind: 'heading', text: 'R&D *team* <!here>' })
    expect(heading).toEqual({ type: 'header', text: { type: 'plain_text', text: 'R&D *team* <!here>', emoji: false } })
  })

  it('is also escaped in a notification', () => {
    expect(renderMessage({ summary: 'Ada <!channel>\n*won*', blocks: [] }).text).toBe('Ada &lt;!channel&gt; ∗won*')
  })

  it('is marked on each line of a quote and on each item of a list', () => {
    expect(textsOf({ kind: 'quote', text: ['one\ntwo'] })).toEqual(['> one\n> two'])
    expect(textsOf({ kind: 'list', items: [['one'], [{ bold: 'two' }]] })).toEqual(['• one\n• *two*'])
  })
})

describe('a board', () => {
  it('has one line per row: rank, name, points', () => {
    const rows: BoardRow[] = [
      { rank: 1, name: 'Ada Lovelace', points: 120, movement: 2 },
      { rank: 2, name: '<Grace> `Hopper`', points: 95, movement: -1, own: true },
      { rank: 10, name: 'Łucja 👩‍👩‍👧', points: 7, aside: '3 days' },
    ]
    expect(textsOf({ kind: 'board', rows })).toMatchInlineSnapshot(`
      [
        "\`\`\`
       1 Ada Lovelace     120 ▲2
       2 &lt;Grace&gt; ˋHopperˋ  95 ▼1 ◂
      10 Łucja 👩‍👩‍👧            7 · 3 days
      \`\`\`",
      ]
    `)
  })

  it('fits with every player, even 200 players with names of 300 letters', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({ rank: at + 1, name: `${at} ${long}`, points: 1000 - at }))
    const message: Message = { summary: 'Board', blocks: [{ kind: 'board', rows }] }
    expect(problems(message)).toEqual([])
    const lines = textsOf({ kind: 'board', rows })
      .flatMap((text) => text.split('\n'))
      .filter((line) => line !== '```')
    expect(lines).toHaveLength(200)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(40)
    expect(lines[199]?.trim()).toMatch(/^200 199 Wolfe.* 801$/)
  })

  it('is posted as a table with labeled rows, and as lines of text for clients without tables', () => {
    const rows: BoardRow[] = [
      { rank: 1, name: 'Ada & *Co*', points: 120, movement: 2 },
      { rank: 2, name: ' ', points: 95 },
    ]
    const message: Message = { summary: 'Ada leads', blocks: [{ kind: 'board', rows, caption: 'Teams of the week' }] }
    const { text, blocks } = renderMessage(message, { pictures: new Map(), tables: true })
    expect(violations('chat.postMessage', { text, blocks })).toEqual([])
    const [table] = blocks as { rows: { text: string }[][] }[]
    expect(table).toMatchObject({ type: 'data_table', caption: 'Teams of the week', row_header_column_index: 1 })
    expect(table?.rows.map((row) => row.map((cell) => cell.text).join(' | '))).toEqual([
      'Rank | Name | Points | Since the previous week',
      '1 | Ada & *Co* | 120 | ▲ up 2',
      '2 | … | 95 | new',
    ])
    expect(text.split('\n')).toEqual([
      'Ada leads',
      'Teams of the week',
      '1 Ada &amp; ∗Co* 120 ▲2',
      expect.stringMatching(/^2 +95$/),
    ])
  })

  it.each([0, 101])('is not a table with %i rows', (count) => {
    const rows = Array.from({ length: count }, (_, at) => ({ rank: at + 1, name: 'Ada', points: 1 }))
    const message: Message = { summary: 'Board', blocks: [{ kind: 'board', rows, caption: 'Teams' }] }
    const { blocks } = renderMessage(message, { pictures: new Map(), tables: true })
    expect(blocks.map(({ type }) => type)).not.toContain('data_table')
  })

  it('is empty without players', () => {
    expect(blocksOf({ kind: 'board', rows: [] })).toEqual([{ type: 'section', text: expect.anything() }])
  })
})

describe('a message of any length fits', () => {
  const endless = 'x'.repeat(10_000)
  const words = 'seven words are quite enough for that '.repeat(400)
  const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
  it.each<[string, Block[]]>([
    ['one endless word', [{ kind: 'text', text: [endless] }]],
    ['one endless word of escapes', [{ kind: 'text', text: ['&'.repeat(10_000)] }]],
    [
      'endless bold, code and links',
      [
        {
          kind: 'text',
          text: [
            { bold: '<'.repeat(4000) },
            { code: '&'.repeat(4000) },
            { link: '>'.repeat(4000), url: 'https://x.example' },
          ],
        },
      ],
    ],
    ['an endless address', [{ kind: 'text', text: [{ link: 'here', url: `https://x.example/${endless}` }] }]],
    ['15,000 characters of words', [{ kind: 'text', text: [words] }]],
    ['a quote of line breaks', [{ kind: 'quote', text: [`a${'\n'.repeat(5000)}b`] }]],
    ['a list of 500', [{ kind: 'list', items: many(500, [words.slice(0, 100)]) }]],
    ['an endless note', [{ kind: 'note', text: [words] }]],
    ['an endless heading', [{ kind: 'heading', text: words }]],
    [
      'an empty heading, text and quote',
      [
        { kind: 'heading', text: ' ' },
        { kind: 'text', text: [''] },
        { kind: 'quote', text: [] },
      ],
    ],
    [
      '80 paragraphs with buttons below',
      [
        ...many<Block>(80, { kind: 'text', text: ['x'] }),
        { kind: 'buttons', buttons: [{ action: 'a:1', label: 'Answer', look: 'primary' }] },
      ],
    ],
    [
      '30 buttons with the same action',
      [{ kind: 'buttons', buttons: many(30, { action: 'a:1', label: long, look: 'plain' as const }) }],
    ],
    ['links as buttons', [{ kind: 'buttons', buttons: many(3, { url: 'https://x.example', label: 'Open' }) }]],
    ['nothing at all', []],
  ])('%s', (_, blocks) => {
    expect(problems({ summary: long.repeat(20), blocks })).toEqual([])
  })

  it('and keeps its buttons', () => {
    const paragraphs = many<Block>(80, { kind: 'text', text: ['x'] })
    const buttons: Block = { kind: 'buttons', buttons: [{ action: 'answer:17', label: 'Answer', look: 'primary' }] }
    const { blocks } = renderMessage({ summary: 'Q', blocks: [...paragraphs, buttons] })
    expect(blocks).toHaveLength(50)
    expect(blocks.at(-1)).toMatchObject({
      type: 'actions',
      elements: [{ action_id: 'answer:17', value: 'answer:17', style: 'primary' }],
    })
  })

  it('and keeps its full text, in order', () => {
    const said = textsOf({ kind: 'text', text: [words] }).join('')
    expect(said).toBe(words)
  })
})

describe('a form', () => {
  const form: Form = {
    action: 'answer:17',
    title: 'Your answer to today’s question',
    intro: long.repeat(20),
    fields: [
      {
        name: 'text',
        label: 'In your own words',
        placeholder: long,
        most: 9000,
        lines: 'many',
        value: 'x'.repeat(4000),
      },
      { name: 'why', label: 'Why', placeholder: '', most: 100, lines: 'one', optional: true },
    ],
    submit: 'Send it to be graded at once',
  }

  it('fits, no matter how long its texts are', () => {
    expect(violations('views.open', { view: renderForm(form, {}) })).toEqual([])
    expect(renderForm(form, {}).title.text).toBe('Your answer to today’s …')
  })

  it('remembers its subject, and drops the channel if both don’t fit', () => {
    const channel = { ref: 'slack:T1:C1', name: 'x'.repeat(4000) }
    expect(renderForm(form, { channel }).private_metadata).toBe('{"action":"answer:17"}')
  })

  it('requires only the fields that must be filled in', () => {
    const inputs = renderForm(form, {}).blocks.filter(({ type }) => type === 'input')
    expect(inputs).toMatchObject([{ block_id: 'text' }, { block_id: 'why', optional: true }])
    expect(inputs[0]).not.toHaveProperty('optional')
  })
})

describe('the other places for a message', () => {
  const message: Message = {
    summary: 'Board',
    blocks: Array.from({ length: 150 }, () => ({ kind: 'text', text: ['x'] })),
  }

  it('a modal and the App Home hold 100 blocks', () => {
    expect(violations('views.open', { view: renderModal(long, message, {}) })).toEqual([])
    expect(violations('views.publish', { view: renderHome(message) })).toEqual([])
    expect(renderHome(message).blocks).toHaveLength(100)
  })
})

function blocksOf(block: Block): unknown[] {
  return renderMessage({ summary: 'S', blocks: [block] }).blocks
}

function textsOf(block: Block): string[] {
  return (blocksOf(block) as { text: { text: string } }[]).map(({ text }) => text.text)
}

function problems(message: Message): string[] {
  return violations('chat.postMessage', renderMessage(message))
}
