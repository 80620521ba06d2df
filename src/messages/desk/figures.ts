/** The page with figures by question. */
export const figures = {
  title: 'Figures',
  lead: 'How each question did in this workspace. Each player counts once, with their best answer.',
  empty: 'Nothing was answered in this time.',
  spans: 'Time',
  span: (days: number): string => (days === 365 ? 'A year' : `${days} days`),
  csv: 'Download as CSV',
  columns: {
    question: 'Question',
    asked: 'Asked',
    answered: 'Answered',
    correct: 'Right',
    missed: 'Most missed idea',
    disputes: 'Disputes',
  },
  sortBy: (column: string): string => `Sort by ${column}`,
  nobody: 'nothing',
} as const
