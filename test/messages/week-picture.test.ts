import { describe, expect, it } from 'vitest'
import { createPainter } from '../../src/adapters/picture/index.ts'
import type { Standing } from '../../src/domain/standings.ts'
import { weekPicture } from '../../src/messages/week-picture.ts'
import type { Week } from '../../src/messages/weekly.ts'

function named(...names: string[]): Standing[] {
  return names.map((name, index) => ({ subjectId: index + 1, name, points: 100 - index, rank: index + 1, movement: 0 }))
}

function aWeek(more: Partial<Week> = {}): Week {
  return {
    workspaceName: 'Acme',
    first: '2026-11-30',
    last: '2026-12-06',
    teams: [],
    players: [],
    teamScore: 'best-three',
    figures: {
      ...{ asked: 5, answers: 12, players: 4, recent: 4, questions: 5, streaks: [], milestones: [] },
      newcomers: { count: 0, names: [] },
    },
    ...more,
  }
}

describe('the picture of a week', () => {
  it.each<[story: string, week: Week]>([
    ['one team', aWeek({ teams: named('Solo') })],
    ['players alone', aWeek({ players: named('Ada', 'Bo', 'Cy') })],
    [
      'names of 300 letters',
      aWeek({ teams: named('W'.repeat(300), 'i'.repeat(300)), players: named('long '.repeat(60)) }),
    ],
    ['markup', aWeek({ teams: named('</text><script>alert("1")</script>', '&amp;', ']]>'), workspaceName: '<!--' })],
    ['right to left', aWeek({ teams: named('צוות הברבורים', 'فريق الصقور', '\u202egnp.exe') })],
    ['emoji', aWeek({ teams: named('👩‍🚀 Rockets 🇩🇪', '🏳️‍🌈', '❤️') })],
    ['scripts with marks above and below', aWeek({ teams: named('ทีมไทยใต้น้ำ', 'ທີມລາວ ນ້ຳ', `ก${'้'.repeat(40)}`) })],
    ['letters of no font', aWeek({ teams: named('田中さん', '\0\ud800\ufffe', 'Z̡͊͠͝A̧') })],
  ])('can be drawn: %s', async (_story, week) => {
    const { svg } = weekPicture(week)
    const png = await createPainter().png(svg)
    const { width, height } = sizeOf(png)
    expect(width).toBe(1280)
    expect(height).toBeGreaterThan(500)
    expect(png.length).toBeLessThan(400_000)
  })

  it('contains names as text, in any script', () => {
    const { svg } = weekPicture(aWeek({ teams: named('<b>&"\'\u202e') }))
    expect(svg).toContain('&lt;b&gt;&amp;&quot;&apos;<')
    expect(svg).not.toContain('\u202e')
  })

  it('draws Armenian, Georgian, Thai, Lao and Ethiopic letters, with few marks each', async () => {
    const teams = named('Հայերեն', 'ქართული', 'น้ำ', 'ນ້ຳ', 'አማርኛ', `ก${'้'.repeat(30)}`)
    expect(shownIn(aWeek({ teams }))).toEqual(['Հայերեն', 'ქართული', 'น้ำ', 'ນ້ຳ', 'አማርኛ', 'ก้้้'])
    const painter = createPainter()
    // Letters that no font has are drawn as the same box, so two different letters must look different.
    for (const [one, other] of ['Հա', 'ქრ', 'กน', 'ທລ', 'አማ'] as const) {
      const [first, second] = [one, other].map((name) => weekPicture(aWeek({ teams: named(name ?? '') })).svg)
      expect(await painter.png(first ?? '')).not.toEqual(await painter.png(second ?? ''))
    }
  })

  it('replaces names with their rank if no font has enough of their letters', () => {
    const teams = named(
      '東京チーム',
      '大阪チーム',
      '서울 Rockets',
      'हिन्दी दल',
      '東京 A',
      '大阪 A',
      '🚀 東京',
      'Ada',
      '□',
    )
    expect(shownIn(aWeek({ teams }))).toEqual([
      ...['1st in the list', '2nd in the list', '□□ Rockets', '4th in the list', '5th in the list', '6th in the list'],
      ...['🚀 □□', 'Ada', '9th in the list'],
    ])
    const { svg, alt } = weekPicture(aWeek({ workspaceName: '株式会社', teams, players: named('田中さん') }))
    expect(svg).toContain('>30 November to 6 December<')
    expect(svg).toContain('>1st in the list<')
    expect(alt).toContain('1. 東京チーム, 100 points')
  })

  it('cuts a long name before it reaches the figures next to it', () => {
    const { svg } = weekPicture(aWeek({ teams: named('W'.repeat(300)) }))
    expect(/>(W+…)</.exec(svg)?.[1]?.length).toBeLessThan(20)
  })

  it('also describes itself in words', () => {
    const teams = named('Rockets', 'Anchors')
    teams[0] = { ...(teams[0] as Standing), movement: 2 }
    const streaks = [{ name: 'Ada', days: 9 }]
    const { alt } = weekPicture(aWeek({ teams, players: named('Ada'), figures: { ...aWeek().figures, streaks } }))
    expect(alt).toBe(
      'Weekly leaderboard, 30 November to 6 December. Teams: 1. Rockets, 100 points, up 2; 2. Anchors, 99 points, no change. ' +
        'Players: 1. Ada, 100 points, no change. 12 answers by 4 people. Longest streak: 9 days.',
    )
  })
})

function shownIn(week: Week): string[] {
  return [...weekPicture(week).svg.matchAll(/font-size="21" font-weight="700" text-anchor="start"[^>]*>([^<]*)</g)].map(
    ([, name = '']) => name,
  )
}

function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
