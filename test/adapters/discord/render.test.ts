import { describe, expect, it } from 'vitest'
import { renderForm, renderMessage } from '../../../src/adapters/discord/render/render.ts'
import type { Block, BoardRow, Form, Inline, Message } from '../../../src/ports/message.ts'
import { violations } from '../../kit/discord/discord-limits.ts'
import { shown } from '../../kit/discord/discord-reader.ts'

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
    const said = renderMessage({ summary: 'S', verdict, blocks }).body.content ?? ''
    expect(said.split(square)).toHaveLength(2)
    expect(said).toMatch(new RegExp(`^${square} \\*+Well\\.`))
  })
})

describe('text', () => {
  it.each<[Inline[], string]>([
    [['R&D says 1 > 0 and 2 * 3'], 'R&D says 1 > 0 and 2 \\* 3'],
    [
      ['**loud** __slanted__ ~~gone~~ ||hidden|| `code`'],
      '\\*\\*loud\\*\\* \\_\\_slanted\\_\\_ \\~\\~gone\\~\\~ \\|\\|hidden\\|\\| \\`code\\`',
    ],
    [['a|b and ~5'], 'a|b and ~5'],
    [
      ['@everyone <@1> <@&2> <#3> <:x:4> <t:5> </me:6>'],
      '\\@everyone \\<@1> \\<@&2> \\<#3> \\<\\:x:4> \\<t:5> \\</me:6>',
    ],
    [['[Heroku](https://evil.example)'], '\\[Heroku](https\\://evil.example)'],
    [['at 09:30 :smile:'], 'at 09:30 \\:smile:'],
    [['# one\n> two\n- three\n+ four\n5. five\n-# six'], '\\# one\n\\> two\n\\- three\n\\+ four\n5\\. five\n\\-# six'],
    [['C:\\path'], 'C:\\\\path'],
    [['no \u202egnirts desrever\u202c and no\u0007 bell'], 'no gnirts desrever and no bell'],
    [['Your ', { bold: 'score*' }, '.'], 'Your **score\\***.'],
    [[{ code: 'heroku ps:scale *=2 > out' }], '`heroku ps:scale *=2 > out`'],
    [[{ code: 'a`b\nc' }], '`aˋb c`'],
    [
      [{ link: 'Dev [1] Center', url: 'https://x.example/a b(c)>d' }],
      '[Dev \\[1\\] Center](<https://x.example/a%20b%28c%29%3Ed>)',
    ],
    [[{ link: 'click', url: 'javascript:alert(1)' }], 'click'],
    [[{ mention: 'discord:1:3' }, { mention: 'discord:1:&4' }], '<@3><@&4>'],
    [[{ mention: 'discord:1:3> @here' }, ' ', { mention: 'slack:T1:U3' }], 'discord\\:1:3> \\@here slack\\:T1:U3'],
  ])('%j', (text, marked) => {
    expect(contentOf({ kind: 'text', text })).toBe(marked)
  })

  it('is marked on each line of a quote, on each item of a list, and in small print', () => {
    expect(contentOf({ kind: 'quote', text: ['one\n\n# two'] })).toBe('> one\n> \n> \\# two')
    expect(contentOf({ kind: 'list', items: [['one\nmore'], [{ bold: 'two' }]] })).toBe('- one more\n- **two**')
    expect(contentOf({ kind: 'note', text: ['small\nprint'] })).toBe('-# small print')
    expect(contentOf({ kind: 'heading', text: '# Teams\n*now*' })).toBe('### \\# Teams \\*now\\*')
  })

  it('falls back to the summary if there is none', () => {
    expect(renderMessage({ summary: 'Ada @everyone\n*won*', blocks: [] }).body.content).toBe(
      'Ada \\@everyone \\*won\\*',
    )
  })

  it('notifies only with intended mentions', () => {
    const text: Inline[] = [{ mention: 'discord:1:3' }, '<@5>', { mention: 'discord:1:&4' }, { mention: 'discord:1:3' }]
    expect(renderMessage({ summary: 'S', blocks: [{ kind: 'text', text }] }).body.allowed_mentions).toEqual({
      parse: [],
      users: ['3'],
      roles: ['4'],
      replied_user: false,
    })
  })
})

describe('a board', () => {
  it('has one line per row: rank, name, points', () => {
    const rows: BoardRow[] = [
      { rank: 1, name: 'Ada Lovelace', points: 120, movement: 2 },
      { rank: 2, name: '<Grace> `Hopper`', points: 95, movement: -1, own: true },
      { rank: 10, name: 'Łucja 👩‍👩‍👧', points: 7, aside: '3 days' },
    ]
    expect(contentOf({ kind: 'board', rows })).toMatchInlineSnapshot(`
      "\`\`\`
       1 Ada Lovelace     120 ▲2
       2 <Grace> ˋHopperˋ  95 ▼1 ◂
      10 Łucja 👩‍👩‍👧            7 · 3 days
      \`\`\`"
    `)
  })

  it('fits with every player, even 200 players with names of 300 letters', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({ rank: at + 1, name: `${at} ${long}`, points: 1000 - at }))
    const message: Message = { summary: 'Board', blocks: [{ kind: 'board', rows }] }
    expect(problems(message)).toEqual([])
    const lines = textsOf(message)
      .flatMap((text) => text.split('\n'))
      .filter((line) => line !== '```')
    expect(lines).toHaveLength(200)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(34)
    expect(lines[199]?.trim()).toMatch(/^200 199 Wolfe.* 801$/)
    for (const text of textsOf(message)) expect(text).toMatch(/^```\n[^`]*\n```$/)
  })

  it('is posted in a frame with its picture and its button, and keeps its lines', () => {
    const rows = [{ rank: 1, name: 'Rockets', points: 30 }]
    const blocks: Block[] = [
      { kind: 'heading', text: 'This week' },
      { kind: 'image', png: new Uint8Array([1]), name: 'week.png', alt: 'A chart' },
      { kind: 'board', rows, caption: 'Teams' },
      { kind: 'buttons', buttons: [{ url: 'https://x.example', label: 'Open the board' }] },
    ]
    const { body } = renderMessage({ summary: 'S', blocks }, { mark: 'M' })
    expect(violations('a message', body)).toEqual([])
    expect(body).toMatchObject({ content: null, embeds: null, flags: 1 << 15 })
    expect(body.components).toMatchObject([
      {
        type: 17,
        components: [
          { type: 10, content: '### This week' },
          { type: 12, items: [{ media: { url: 'attachment://week.png' } }] },
          { type: 10, content: '```\n1 Rockets 30\n```M' },
          { type: 1 },
        ],
      },
    ])
  })

  it('is posted as text, with every player, if it is too long for a frame', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({ rank: at + 1, name: `${at} ${long}`, points: 1000 - at }))
    const message: Message = { summary: 'Board', blocks: [{ kind: 'board', rows, caption: 'Players' }] }
    expect(problems(message)).toEqual([])
    expect(renderMessage(message).body.components).toEqual([])
  })

  it('is empty without players', () => {
    expect(contentOf({ kind: 'board', rows: [] })).toBe('S')
  })
})

describe('a message of any length fits', () => {
  const endless = 'x'.repeat(10_000)
  const words = 'seven words are quite enough for that '.repeat(400)
  const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
  const press = { action: 'a:1', label: long, look: 'plain' as const }
  it.each<[string, Block[]]>([
    ['one endless word', [{ kind: 'text', text: [endless] }]],
    ['one endless word of escapes', [{ kind: 'text', text: ['*'.repeat(10_000)] }]],
    [
      'endless bold, code and links',
      [
        {
          kind: 'text',
          text: [
            { bold: '*'.repeat(4000) },
            { code: '&'.repeat(4000) },
            { link: '['.repeat(4000), url: 'https://x.example' },
          ],
        },
      ],
    ],
    ['an endless address', [{ kind: 'text', text: [{ link: 'here', url: `https://x.example/${endless}` }] }]],
    ['15,000 characters of words', [{ kind: 'text', text: [words] }]],
    ['a quote of line breaks', [{ kind: 'quote', text: [`a${'\n'.repeat(5000)}b`] }]],
    ['a quote of one line', [{ kind: 'quote', text: ['_'.repeat(10_000)] }]],
    ['a list of 500', [{ kind: 'list', items: many(500, [words.slice(0, 100)]) }]],
    ['an endless note', [{ kind: 'note', text: [words] }]],
    ['an endless heading', [{ kind: 'heading', text: words }]],
    [
      'nothing but spaces',
      [
        { kind: 'heading', text: ' ' },
        { kind: 'text', text: [''] },
        { kind: 'quote', text: [] },
      ],
    ],
    [
      'a board of emoji families',
      [{ kind: 'board', rows: many(200, { rank: 1, name: '👩‍👩‍👧'.repeat(50), points: 1 }) }],
    ],
    ['30 buttons with the same action', [{ kind: 'buttons', buttons: many(30, press) }]],
    ['buttons with nothing on them', [{ kind: 'buttons', buttons: [{ ...press, label: '' }] }]],
    ['links as buttons', [{ kind: 'buttons', buttons: many(3, { url: 'https://x.example', label: 'Open' }) }]],
    [
      'a link too long for a button',
      [{ kind: 'buttons', buttons: [{ url: `https://x.example/${endless}`, label: 'Open' }] }],
    ],
    [
      '30 disputes',
      many(30, 0).flatMap((): Block[] => [
        { kind: 'text', text: [words.slice(0, 300)] },
        { kind: 'buttons', buttons: [press, press] },
      ]),
    ],
    [
      '30 short disputes',
      many(30, 0).flatMap((): Block[] => [
        { kind: 'text', text: ['x'] },
        { kind: 'buttons', buttons: [press] },
      ]),
    ],
    ['nothing at all', []],
  ])('%s', (_, blocks) => {
    const summary = long.repeat(20)
    expect(problems({ summary, blocks })).toEqual([])
  })

  it('and keeps its full text, in order', () => {
    const text = words.slice(0, 7000).trim()
    expect(textsOf({ summary: 'S', blocks: [{ kind: 'text', text: [text] }] }).join(' ')).toBe(text)
  })

  it('and shows where something was left out', () => {
    expect(textsOf({ summary: 'S', blocks: [{ kind: 'text', text: [words] }] }).at(-1)).toMatch(/…$/)
  })
})

describe('buttons', () => {
  const answer: Block = { kind: 'buttons', buttons: [{ action: 'answer:17', label: 'Answer', look: 'primary' }] }

  it('are below the text', () => {
    const { body } = renderMessage({ summary: 'Q', blocks: [{ kind: 'text', text: ['Why?'] }, answer] })
    expect(body).toMatchObject({
      content: 'Why?',
      components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'answer:17', label: 'Answer' }] }],
    })
  })

  it('stay with their own text if there are several', () => {
    const blocks: Block[] = [{ kind: 'text', text: ['One'] }, answer, { kind: 'text', text: ['Two'] }, answer]
    const { body } = renderMessage({ summary: 'Q', blocks }, { mark: '\u200b' })
    expect(body).toMatchObject({
      content: null,
      flags: 1 << 15,
      components: [
        { type: 10, content: 'One' },
        { type: 1, components: [{ custom_id: 'answer:17' }] },
        { type: 10, content: 'Two\u200b' },
        { type: 1, components: [{ custom_id: 'answer:17#1' }] },
      ],
    })
  })
})

describe('a form', () => {
  const form: Form = {
    action: 'answer:17',
    title: 'Your answer to today’s question, in your own words',
    intro: long.repeat(20),
    fields: [
      { name: 'text', label: long, placeholder: long, most: 9000, lines: 'many', value: 'x'.repeat(5000) },
      { name: 'why', label: 'Why', placeholder: '', most: 100, lines: 'one', optional: true },
    ],
    submit: 'Send',
  }

  it('fits, no matter how long its texts are', () => {
    expect(violations('a form', { type: 9, data: renderForm(form) })).toEqual([])
  })

  it('requires only the fields that must be filled in', () => {
    const [, text, why] = renderForm(form).components
    expect(text).toMatchObject({ component: { custom_id: 'text', required: true, style: 2 } })
    expect(why).toMatchObject({ component: { custom_id: 'why', required: false, style: 1 } })
  })
})

function contentOf(block: Block): unknown {
  return renderMessage({ summary: 'S', blocks: [block] }).body.content
}

function textsOf(message: Message): string[] {
  const { content, embeds } = renderMessage(message).body
  return [content ?? '', ...(embeds ?? []).map(({ description }) => description ?? '')].map(shown)
}

function problems(message: Message): string[] {
  return violations('a message', renderMessage(message, { mark: '\u200b'.repeat(41) }).body)
}
