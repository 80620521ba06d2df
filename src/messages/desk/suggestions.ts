/** The words of the page with suggested questions. */
export const suggestions = {
  title: 'Suggestions',
  lead: 'Questions that people would like to be asked. Whoever suggested one hears what you decide.',
  empty: 'Nothing waits. People suggest questions with /heroku-quiz suggest, or from the menu of a message.',
  answer: 'A good answer',
  by: (name: string) => `suggested by ${name}`,
  note: 'A word to them (may be empty)',
  take: 'Take',
  decline: 'Decline',
  taken: 'Taken',
  takenLead: 'Open one in the studio, or take its draft into the folder of a pack; docs/packs.md says how.',
  draft: 'Draft',
  toStudio: 'Open in the studio',
} as const
