import { itemFigures } from '../../domain/item-figures.ts'
import { asOperator } from '../open-operator.ts'
import { print, printJson, printTable } from '../print.ts'

/** The number of latest answers to load, which take some megabytes of memory. */
const answersRead = 50_000

export async function questionsStats({ json }: { json?: boolean }): Promise<void> {
  await asOperator(async ({ deps }) => {
    const figures = itemFigures(await deps.store.items.latest(answersRead))
    if (json) return printJson(figures)
    if (figures.length === 0) return print('Nobody has answered yet.')
    printTable([
      ['question', 'answered', 'correct', 'discrimination', 'most missed', 'words of rejected answers'],
      ...figures.map((item) => [
        item.questionId,
        item.answered,
        `${Math.round(item.correct * 100)}%`,
        item.discrimination?.toFixed(2) ?? '-',
        item.mostMissed ?? '-',
        item.rejectedWords.join(' '),
      ]),
    ])
  })
}
