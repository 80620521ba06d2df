export const ownPack = {
  title: (name: string) => `Pack ${name}`,
  lead: 'Editing a question creates a new version. A retired question isn’t asked anymore. Either way, its rounds and figures stay.',
  empty: 'This pack has no questions.',
  columns: { question: 'Question', topic: 'Topic', asked: 'Asked', answered: 'Answered', correct: 'Got it' },
  figures: 'Figures for the last year.',
  retired: 'retired',
  edit: 'Edit',
  retire: 'Retire',
  bringBack: 'Bring back',
  write: 'Write a question',
} as const
