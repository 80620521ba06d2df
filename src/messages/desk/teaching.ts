import type { Verdict } from '../../domain/rubric/rubric.ts'
import { counted } from '../rich.ts'

const verdicts: Record<Verdict, string> = { correct: 'right', partial: 'half right', incorrect: 'wrong' }

/** The page on which the grader learns another way to say an idea. */
export const teaching = {
  link: 'Teach the grader these words',
  title: 'Teach the grader',
  lead: 'A ruling is about equal words. A pattern finds the idea in other sentences too. It holds for this workspace alone, from the next time the question is asked, and stays when a new release changes the question.',
  back: 'All rulings',
  answer: 'The answer',
  model: 'Model answer',
  idea: 'The idea that it says',
  ideaOption: (label: string, found: boolean): string => (found ? `${label} (found)` : label),
  says: 'Ways to say it, one pattern a line',
  saysHint:
    'Words find their other forms and typos: "goes ... away" finds “it went right away”. Write "..." for anything between two words, "(one|other)" for either. docs/rubric.md has all of it.',
  problems: 'This can’t be read',
  place: (line: number, column?: number): string =>
    column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`,
  expected: (what: string): string => `expected ${what}`,
  proposed: 'This is the smallest pattern of its words that finds it and lets nothing pass that must not.',
  none: 'No two or three words of this answer would help: they miss it, or find something that must not pass. You can write a pattern yourself, or decide about these words by a ruling.',
  effect: 'What it would change',
  itself: (before: Verdict, after: Verdict): string =>
    before === after
      ? `This answer stays ${verdicts[before]}.`
      : `This answer would be ${verdicts[after]} instead of ${verdicts[before]}.`,
  nothing: 'Nothing else would change.',
  refused: 'Can’t be added: what is marked below would pass, and must not. Make the pattern say more.',
  compared: (answers: number, examples: number): string =>
    `Compared with ${counted(answers, 'different answer', 'different answers')} of this workspace and ${counted(examples, 'labeled example', 'labeled examples')}.`,
  columns: { text: 'Text', before: 'Now', after: 'Then', who: 'Whose' },
  verdicts,
  people: (count: number): string => counted(count, 'person', 'people'),
  example: (label: Verdict): string => `example, labeled ${verdicts[label]}`,
  mustNot: 'must not pass',
  more: (count: number): string => `and ${counted(count, 'more', 'more')}`,
  try: 'Try it',
  add: 'Add it',
  taught: {
    link: 'What the grader was taught',
    title: 'What the grader was taught',
    lead: 'Patterns that this workspace has added to questions. New releases of a question keep them as far as they fit.',
    empty: 'Nothing yet. Each group of answers under Rulings has a link that teaches the grader its words.',
    by: (name: string): string => `changed last by ${name === '' ? 'somebody' : name}`,
    unfit: 'doesn’t fit the question as it is now, and isn’t used',
    takeBack: 'Take back',
    takeBackOf: (pattern: string): string => `Take back ${pattern}`,
  },
} as const
