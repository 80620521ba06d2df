import type { Verdict } from '../../domain/rubric/rubric.ts'
import { counted } from '../rich.ts'

/** The text that a player sees for a mistake until its author writes a better one. */
export const notSo = 'That isn’t so.'

/** The same for a mistake that was drafted because the model answer denies it. */
export const opposite = 'The opposite is true.'

export const studio = {
  title: 'Studio',
  lead: 'Write a question of your own and try it before anyone is asked. Nothing is stored until you publish.',
  noPack: 'There’s no pack yet. Your first question will create one.',
  use: (channel: string) => `Use this pack in ${channel}`,
  /** The suggested name of the first pack. */
  firstPack: 'our-questions',
  packs: 'Packs',
  packSize: ({ questions, retired }: { questions: number; retired: number }) =>
    `${counted(questions, 'question', 'questions')}${retired === 0 ? '' : `, ${retired} retired`}`,
  prompt: 'The question',
  answer: 'The model answer, shown at the reveal',
  pack: 'Pack',
  topic: 'Topic, one word',
  grading: 'How it’s graded',
  gradingLead:
    'Each idea earns points if the answer contains one of the ways to say it. Leave everything empty to get a draft. While the YAML says “draft: true”, answers are also compared with the model answer and with those you sorted.',
  idea: (number: number) => `Idea ${number}`,
  newIdea: 'Another idea',
  label: 'The idea, as people read it at the reveal',
  says: 'Ways to say it, one per line',
  must: 'A right answer must have it',
  mistake: (number: number) => `Mistake ${number}`,
  newMistake: 'A mistake that people make',
  mistakeSays: 'How they say it, one per line',
  tell: 'What they’re told instead',
  yaml: 'The same as YAML (docs/rubric.md explains the language)',
  draftAgain: 'Draft it again',
  answers: 'Answers as people would type them, one per line: “right: …”, “half: …”, “wrong: …”',
  answersLead: 'Write or paste answers and sort them. Publishing requires ten, at least three of each mark.',
  keys: 'On an answer’s buttons, the keys r, h and w sort it, and the arrow keys move to the next answer.',
  sorts: { correct: 'Right', partial: 'Half', incorrect: 'Wrong' } satisfies Record<Verdict, string>,
  sortAs: (label: string, text: string) => `Sort as ${label}: ${text}`,
  offers: {
    say: (words: string, idea: string) => ['Count ', words, ` as “${idea}”?`],
    need: (idea: string) => [`Must a right answer say “${idea}”?`],
    mistake: (words: string) => ['Count ', words, ' as a mistake?'],
    less: ['Require less overall?'],
    more: ['Require more overall?'],
  },
  plain: (language: string) =>
    `This pack isn’t in English (${language}). A word counts only as it’s written, or by its beginning if you add *, and only the words in the pack’s set “denials” negate. A draft doesn’t know the language, so it may treat small words as ideas, and each character in scripts without spaces. Remove anything that isn’t an idea, and add other forms of a word below it.`,
  setsPlace: (problem: string) => `Synonyms: ${placed(problem, 'sets')}`,
  inQuestion: (prompt: string, problem: string) =>
    `“${prompt.length > 60 ? `${prompt.slice(0, 60)}…` : prompt}”: ${problem}`,
  lostSet: (name: string) => `its rubric uses the set @${name}`,
  contradicts: (text: string) => `“${text}” is sorted in two ways. Remove one of them.`,
  place: (problem: string) => placed(problem, 'rubric'),
  signedOut:
    'You’re signed out. Your text is kept in this tab. Sign in again with a new link from your chat, then load this page again.',
  outdated: 'This page is out of date. Your text is kept in this tab. Load the page again to go on.',
  away: 'The page can’t reach the server right now. Your text is still here.',
  tests: 'Test this question',
  test: 'Test this question',
  kept: 'Your earlier text has been restored. It isn’t published yet.',
  startOver: 'Start over',
  publish: 'Publish',
  keep: 'Save the draft',
  problems: 'Worth a look',
  tried: 'How the answers are graded',
  agreement: (agreed: number, sorted: number) => `${agreed} of ${sorted} are graded as you sorted them.`,
  expected: (right: number) => `On new answers, expect about ${right} of 10 to be graded as you would grade them.`,
  unsorted: (label: string) => `If you hadn’t sorted it, it would be ${label}.`,
  verdicts: { correct: 'right', partial: 'half', incorrect: 'wrong' } satisfies Record<Verdict, string>,
  differs: (label: string) => `you sorted it as ${label}`,
  missing: (ids: readonly string[]) => `not found: ${ids.join(', ')}`,
  ready: 'Ready to publish.',
  more: 'Hint, explanation, sources, difficulty',
  hint: 'Hint (optional)',
  explanation: 'Explanation, shown at the reveal (optional)',
  sources: 'Sources: web addresses, one per line, shown at the reveal (optional)',
  noAddress: (line: string) => `this source isn’t a web address: ${line}`,
  difficulty: 'Difficulty',
  editing: (pack: string) =>
    `A question in the pack ${pack}. Publishing creates a new version; earlier rounds keep theirs. A retired question comes back.`,
} as const

/** Replaces a position in a text, such as `rubric:3:7` or `rubric:3`, with words. */
function placed(problem: string, text: string): string {
  const [all = '', line, column] = new RegExp(`^${text}:(\\d+)(?::(\\d+))? `).exec(problem) ?? []
  if (line === undefined) return problem
  return `Line ${line}${column === undefined ? '' : `, column ${column}`}: ${problem.slice(all.length)}`
}
