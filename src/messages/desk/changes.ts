import type { ChangeKind } from '../../ports/store/changes.ts'

type About = Readonly<Record<string, string>>

const words: Record<ChangeKind, (about: About) => string> = {
  'signed-in': () => 'opened the desk',
  'signed-out': ({ where }) => (where === 'everywhere' ? 'signed out everywhere' : 'signed out'),
  resumed: ({ channel = '' }) => `resumed the daily question in ${channel}`,
}

/** What somebody did, to stand behind their name. */
export function changeWords(kind: ChangeKind, about: About): string {
  return words[kind](about)
}
