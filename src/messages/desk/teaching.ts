import type { Verdict } from '../../domain/rubric/rubric.ts'
import { counted } from '../rich.ts'

const verdicts: Record<Verdict, string> = { correct: 'right', partial: 'half right', incorrect: 'wrong' }

export const teaching = {
  link: 'Teach the grader these words',
  title: 'Teach the grader',
  lead: 'A ruling covers only answers in the same words. A pattern finds the idea in other sentences too. It applies only in this workspace, from the next time the question is asked, and stays when a new release changes the question.',
  back: 'All rulings',
  answer: 'The answer',
  model: 'Model answer',
  idea: 'The idea it expresses',
  ideaOption: (label: string, found: boolean): string => (found ? `${label} (found)` : label),
  says: 'Ways to say it, one pattern per line',
  saysHint:
    'A word also matches its other forms and typos: "goes ... away" finds “it went right away”. Write "..." for anything between two words, "(one|other)" for either. docs/rubric.md explains the language.',
  problems: 'This can’t be read',
  place: (line: number, column?: number): string =>
    column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`,
  expected: (what: string): string => `expected ${what}`,
  proposed: 'This is the smallest pattern from its words that finds the idea and accepts no answer that must not pass.',
  none: 'No pattern of two or three words from this answer would work: each one misses the idea, or matches something that must not pass. You can write a pattern yourself, or make a ruling about these words.',
  effect: 'What it would change',
  itself: (before: Verdict, after: Verdict): string =>
    before === after
      ? `This answer stays ${verdicts[before]}.`
      : `This answer would be ${verdicts[after]} instead of ${verdicts[before]}.`,
  nothing: 'Nothing else would change.',
  refused:
    'This can’t be added: the answers marked below would pass, but they must not. Make the pattern more specific.',
  compared: (answers: number, examples: number): string =>
    `Compared with ${counted(answers, 'different answer', 'different answers')} from this workspace and ${counted(examples, 'labeled example', 'labeled examples')}.`,
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
    lead: 'Patterns that this workspace has added to questions. New releases of a question keep those that still fit.',
    settledLead:
      'The grader also compares new answers with answers that are settled in this workspace: those that admins ruled on, and decided disputes. This applies from the next time the question is asked, as long as its prompt and model answer stay the same.',
    settled: ({ correct, partial, incorrect }: Record<Verdict, number>): string =>
      `Compared with ${counted(correct + partial + incorrect, 'settled answer', 'settled answers')}: ${correct} right, ${partial} half right, ${incorrect} wrong.`,
    empty:
      'Nothing yet. Each group of answers under Rulings has a link for teaching the grader the words of that group.',
    by: (name: string): string => `last changed by ${name === '' ? 'somebody' : name}`,
    unfit: 'no longer fits the question, and isn’t used',
    takeBack: 'Remove',
    takeBackOf: (pattern: string): string => `Remove ${pattern}`,
  },
} as const
