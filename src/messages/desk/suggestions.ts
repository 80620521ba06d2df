export const suggestions = {
  title: 'Suggestions',
  lead: 'Questions that people would like to see asked. The person who suggested a question is notified of your decision.',
  empty: 'Nothing is waiting. People suggest questions with /heroku-quiz suggest, or from a message’s menu.',
  answer: 'A good answer',
  by: (name: string) => `suggested by ${name}`,
  note: 'A note to them (optional)',
  take: 'Accept',
  decline: 'Decline',
  taken: 'Accepted',
  takenLead:
    'Open one in the studio, or copy its draft into a pack’s folder; docs/packs.md explains how. The newest five have a draft.',
  draft: 'Draft',
  toStudio: 'Open in the studio',
} as const
