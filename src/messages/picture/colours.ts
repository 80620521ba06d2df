/** The picture has its own dark background, so it looks the same in light and dark chats. */
export const colours = {
  ground: ['#2b1a52', '#48298c'],
  first: ['#f7a93b', '#ffd166'],
  others: ['#7f5fe0', '#a98bf5'],
  mark: '#6a3fc4',
  ink: '#ffffff',
  soft: '#cfc2ef',
  up: '#7be8ad',
  down: '#ffab9f',
  fresh: '#ffd166',
  medals: ['#ffd166', '#d9dbe8', '#f0a875'],
  onMedal: '#2b1a52',
} as const
