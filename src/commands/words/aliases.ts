/** Other words that people try, and the commands that they mean. Help and completion don't show them. */
const aliases: Record<string, string> = {
  board: 'leaderboard',
  boards: 'leaderboard',
  rank: 'leaderboard',
  ranking: 'leaderboard',
  rankings: 'leaderboard',
  standings: 'leaderboard',
  top: 'leaderboard',
  score: 'me',
  scores: 'leaderboard',
  points: 'me',
  stats: 'me',
  streak: 'me',
  join: 'team join',
  leave: 'team leave',
  teams: 'team list',
  question: 'ask',
  topic: 'topics',
  train: 'practice',
  history: 'archive',
  past: 'archive',
  dispute: 'disputes',
  setting: 'settings',
}

export const aliasNames: readonly string[] = Object.keys(aliases)

/** Replaces an alias at the beginning of the words with its command. */
export function withoutAlias(words: string, isCommand: (first: string) => boolean): string {
  const [first = ''] = words.split(/\s+/u, 1)
  const word = first.toLowerCase()
  if (isCommand(word) || !Object.hasOwn(aliases, word)) return words
  return `${aliases[word]}${words.slice(first.length)}`
}
