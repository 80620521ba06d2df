/** Words that fit an option, where any word will not do. */
export const fittingWords: Readonly<Record<string, string>> = {
  time: '09:30',
  zone: 'Europe/Berlin',
  day: 'monday',
  days: 'mon-fri',
  name: 'attempts',
  value: '3',
}
