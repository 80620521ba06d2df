import type { Verdict } from '../../domain/rubric/rubric.ts'

export const sorting = {
  link: 'Sort all answers to this question',
  title: 'Sort the answers',
  lead: 'Each answer has the mark that it was graded with, right ones too. Change the marks that are wrong, then save all of them.',
  effect:
    'If you choose a better mark, everyone who wrote these words gets the points. If you choose a lower mark, nobody loses points. From the next time the question is asked, the grader compares new answers with all of these.',
  back: 'All rulings',
  model: 'Model answer',
  empty: 'Every answer to this question from the last four weeks has been decided.',
  marks: { correct: 'Right', partial: 'Half right', incorrect: 'Wrong' } satisfies Record<Verdict, string>,
  save: 'Save all marks',
} as const
