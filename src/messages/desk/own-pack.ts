/** The words of the page with the questions of a workspace's own pack. */
export const ownPack = {
  title: (name: string) => `Pack ${name}`,
  lead: 'Editing a question makes a new version. A retired one isn’t asked any more. Rounds and figures stay with both.',
  empty: 'This pack has no questions.',
  columns: { question: 'Question', topic: 'Topic', asked: 'Asked', answered: 'Answered', correct: 'Got it' },
  figures: 'Figures of the last year.',
  retired: 'retired',
  edit: 'Edit',
  retire: 'Retire',
  bringBack: 'Bring back',
  write: 'Write a question',
} as const
