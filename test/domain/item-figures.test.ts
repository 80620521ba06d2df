import { describe, expect, it } from 'vitest'
import { type ItemRow, itemFigures } from '../../src/domain/item-figures.ts'

function row(questionId: string, playerId: number, score: number, text = 'some answer'): ItemRow {
  const verdict = score >= 0.8 ? 'correct' : score >= 0.25 ? 'partial' : 'incorrect'
  return { questionId, playerId, score, verdict, text, missed: score < 1 ? ['why'] : [] }
}

describe('the figures of a question', () => {
  it('count each player once, by their best answer', () => {
    const [figures] = itemFigures([row('a', 1, 0), row('a', 1, 1), row('a', 2, 0)])
    expect(figures).toMatchObject({ questionId: 'a', answered: 2, correct: 0.5, mostMissed: 'why' })
  })

  it('distinguish a question that good players get right from one that they get wrong', () => {
    const rows = [1, 2, 3, 4].flatMap((player) => [
      row('level', player, player / 4),
      row('good', player, player > 2 ? 1 : 0),
      row('bad', player, player > 2 ? 0 : 1),
    ])
    const of = (id: string) =>
      itemFigures(rows.filter(({ questionId }) => ['level', id].includes(questionId))).find(
        (one) => one.questionId === id,
      )
    expect(of('good')?.discrimination).toBeGreaterThan(0.8)
    expect(of('bad')?.discrimination).toBeLessThan(-0.8)
  })

  it('are missing for a question that too few people have answered', () => {
    expect(itemFigures([row('a', 1, 1), row('b', 1, 1)])[0]).not.toHaveProperty('discrimination')
  })

  it('list the words of answers that were not right', () => {
    const rows = [
      row('a', 1, 0, 'it hibernates'),
      row('a', 2, 0, 'It hibernates sometimes'),
      row('a', 3, 1, 'it sleeps'),
    ]
    expect(itemFigures(rows)[0]?.rejectedWords).toEqual(['hibernates', 'sometimes'])
  })
})
