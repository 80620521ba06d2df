import { describe, expect, it } from 'vitest'
import { createPainter } from '../../src/adapters/picture/index.ts'
import type { Standing } from '../../src/domain/standings.ts'
import { weekPicture } from '../../src/messages/week-picture.ts'
import { type Week, weeklyBoard } from '../../src/messages/weekly.ts'

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
    figures: { asked: 5, answers: 12, players: 4, questions: 5, newcomers: { count: 0, names: [] } },
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
    ['letters of no font', aWeek({ teams: named('田中さん', '\0\ud800\ufffe', 'Z̡͊͠͝A̧') })],
  ])('can be drawn: %s', async (_story, week) => {
    const { svg } = weekPicture(week)
    const png = await createPainter().png(svg)
    const { width, height } = sizeOf(png)
    expect(width).toBe(1280)
    expect(height).toBeGreaterThan(500)
    expect(png.length).toBeLessThan(400_000)
  })

  it('holds names as text, however they are written', () => {
    const { svg } = weekPicture(aWeek({ teams: named('<b>&"\'\u202e') }))
    expect(svg).toContain('&lt;b&gt;&amp;&quot;&apos;<')
    expect(svg).not.toContain('\u202e')
  })

  it('cuts a long name and keeps its end out of the figures beside it', () => {
    const { svg } = weekPicture(aWeek({ teams: named('W'.repeat(300)) }))
    expect(/>(W+…)</.exec(svg)?.[1]?.length).toBeLessThan(20)
  })

  it('says in words what it shows', () => {
    const teams = named('Rockets', 'Anchors')
    teams[0] = { ...(teams[0] as Standing), movement: 2 }
    const streak = { name: 'Ada', days: 9 }
    const { alt } = weekPicture(aWeek({ teams, players: named('Ada'), figures: { ...aWeek().figures, streak } }))
    expect(alt).toBe(
      'Weekly leaderboard, 30 November to 6 December. Teams: 1. Rockets, 100 points, up 2; 2. Anchors, 99 points, where it was. ' +
        'Players: 1. Ada, 100 points, where it was. 12 answers by 4 people. Longest streak: 9 days.',
    )
  })
})

describe('the words of a week', () => {
  const texts = (week: Week): string => JSON.stringify(weeklyBoard(week).blocks)

  it.each<[story: string, count: number, names: string[], words: string]>([
    ['one', 1, ['Ada'], 'Welcome, Ada!'],
    ['many', 9, ['Ada', 'Bo'], 'Welcome, Ada, Bo and 7 more!'],
    ['one who was forgotten', 1, [], 'Welcome to 1 new face!'],
  ])('welcome newcomers: %s', (_story, count, names, words) => {
    const figures = { ...aWeek().figures, newcomers: { count, names } }
    expect(texts(aWeek({ players: named('Ada'), figures }))).toContain(words)
  })

  it('say so where all was too hard', () => {
    expect(texts(aWeek())).toContain('nobody has points yet')
  })
})

function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
