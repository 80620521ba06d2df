import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Mark } from '../../domain/rulings/mark.ts'
import { counted } from '../rich.ts'

/** The page on which admins decide what counts. */
export const rulings = {
  title: 'Rulings',
  lead: 'Answers that got nothing or half, and grades that players disputed. What you decide holds for everyone who wrote the same, and for the same words from now on.',
  empty: 'Nothing waits. Every answer of the last four weeks was right, or has been decided.',
  more: (groups: number, wordings: number): string => {
    const waits = `${counted(groups, 'more group waits', 'more groups wait')} behind these`
    if (wordings === 0) return `${waits}.`
    return `${waits}, and ${counted(wordings, 'wording', 'wordings')} behind those. They come up as you decide.`
  },
  people: (count: number): string => counted(count, 'person wrote this', 'people wrote this'),
  disputes: (count: number): string => counted(count, 'dispute', 'disputes'),
  verdicts: {
    correct: 'graded right',
    partial: 'graded half right',
    incorrect: 'graded wrong',
  } satisfies Record<Verdict, string>,
  erased: '(this text was erased)',
  model: 'Model answer',
  lookedFor: 'What the grader looked for',
  found: 'found',
  missing: 'not found',
  mistakes: 'What it took for a mistake',
  wordings: 'Wordings this is about',
  note: 'Note to whoever disputed (optional)',
  decide: {
    right: 'Counts as right',
    half: 'Half right',
    'as-graded': 'Leave as graded',
  } satisfies Record<Mark, string>,
  decided: {
    link: 'What was decided',
    title: 'What was decided',
    lead: 'The latest rulings. Decide one anew, and everyone who wrote the same is graded again.',
    empty: 'Nothing was decided yet.',
    back: 'What waits',
    marks: {
      right: 'counts as right',
      half: 'counts as half right',
      'as-graded': 'stays as graded',
    } satisfies Record<Mark, string>,
    by: (name: string): string => `decided by ${name === '' ? 'somebody' : name}`,
  },
} as const
