/** Valid words for options that don't accept any word. */
export const fittingWords: Readonly<Record<string, string>> = {
  time: '09:30',
  zone: 'Europe/Berlin',
  day: 'monday',
  days: 'mon-fri',
  name: 'attempts',
  value: '3',
}
