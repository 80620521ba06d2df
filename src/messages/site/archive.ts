/** Every fixed word of the pages with past questions. */
export const archivePages = {
  title: 'Past questions',
  lead: 'Questions about Heroku that teams were asked before. Answer one in your own words and see what the grader finds. There are no points, and nothing is stored.',
  description: 'Questions about Heroku to answer in your own words, graded at once with reasons.',
  empty: 'There are no past questions yet. Come back after the first reveal.',
  answer: 'Your answer, in your own words',
  placeholder: 'One to three sentences are enough.',
  send: 'Grade it',
  hint: 'A hint',
  model: 'The model answer',
  sources: 'Read more',
  asOf: (month: string): string => `As of ${month}.`,
  result: 'What the grader found',
  all: 'All past questions',
  play: 'Play with your team in the playground',
  topic: (topic: string): string => topic.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()),
  notTaken: {
    'answer-empty': 'Your answer is empty. Write a sentence or two in your own words.',
    'answer-too-long': 'That is longer than 1,000 characters. Two or three sentences are enough.',
  } satisfies Record<string, string>,
} as const
