import { describe, expect, it } from 'vitest'
import { renderMessage } from '../../../src/adapters/playground/pages/render.ts'
import type { Block } from '../../../src/ports/message.ts'
import type { TranscriptMessage } from '../../../src/ports/transcript.ts'

type AnyBlock = Block | TranscriptMessage['blocks'][number]

const hostile = `"><img src=x onerror=alert(1)>'`
const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;'

function rendered(...blocks: AnyBlock[]): string {
  const rendering = { pressPath: '/press', once: 'once', nameOf: () => hostile }
  return renderMessage({ summary: 'Summary', blocks } as TranscriptMessage, rendering).toString()
}

describe('a message in the playground', () => {
  it.each<[string, AnyBlock, number]>([
    ['heading', { kind: 'heading', text: hostile }, 1],
    ['text', { kind: 'text', text: [hostile, { bold: hostile }, { code: hostile }] }, 3],
    ['mention', { kind: 'text', text: [{ mention: 'playground:demo:p-1' }] }, 1],
    ['link', { kind: 'text', text: [{ link: hostile, url: 'https://example.com/' }] }, 1],
    ['address of a link', { kind: 'text', text: [{ link: 'x', url: `https://example.com/?${hostile}` }] }, 1],
    ['quote', { kind: 'quote', text: [hostile] }, 1],
    ['list', { kind: 'list', items: [[hostile], [hostile]] }, 2],
    ['board', { kind: 'board', rows: [{ rank: 1, name: hostile, points: 2, aside: hostile }] }, 2],
    ['note', { kind: 'note', text: [hostile] }, 1],
    ['picture', { kind: 'image', picture: 'abc', name: hostile, alt: hostile }, 1],
    ['picture that is not stored', { kind: 'image', png: new Uint8Array([1]), name: hostile, alt: hostile }, 1],
    ['buttons', { kind: 'buttons', buttons: [{ action: hostile, label: hostile, look: 'plain' }] }, 2],
  ])('escapes a %s once', (_what, block, times) => {
    const markup = rendered(block)
    expect(markup.split(escaped)).toHaveLength(times + 1)
    expect(markup).not.toContain('<img src=x')
  })

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '/relative', 'nonsense'])(
    'doesn’t turn %s into a link',
    (url) => {
      const link: Block = { kind: 'text', text: [{ link: 'here', url }] }
      const button: Block = { kind: 'buttons', buttons: [{ url, label: 'here' }] }
      expect(rendered(link, button)).not.toContain('href')
    },
  )

  it.each(['correct', 'partial', 'incorrect'] as const)('has a separate style for each verdict: %s', (verdict) => {
    const rendering = { pressPath: '/press', once: 'once', nameOf: () => '' }
    const of = (message: object) => renderMessage({ summary: 'S', blocks: [], ...message }, rendering).toString()
    expect(of({ verdict })).toContain(`class="message verdict verdict-${verdict}"`)
    expect(of({ verdict, celebrates: true })).toContain('celebrates"')
    expect(of({})).toContain('class="message"')
  })

  it('opens links in a new tab, without access to its own page', () => {
    const markup = rendered({ kind: 'text', text: [{ link: 'docs', url: 'https://example.com/a?b=1&c=2' }] })
    expect(markup).toContain(
      '<a href="https://example.com/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">docs</a>',
    )
  })

  it('shows the summary if there is nothing else', () => {
    expect(rendered()).toContain('<p>Summary</p>')
  })

  it('also shows changes of rank in words', () => {
    const markup = rendered({
      kind: 'board',
      rows: [
        { rank: 1, name: 'Core', points: 9, movement: 2, own: true },
        { rank: 2, name: 'Data', points: 7, movement: -1 },
      ],
    })
    expect(markup).toContain('<span class="unseen">up 2</span>')
    expect(markup).toContain('<span class="unseen">down 1</span>')
  })
})
