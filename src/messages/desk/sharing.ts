import { counted } from '../rich.ts'

export const sharing = {
  title: 'Share this pack',
  lead: 'Make a link and send it to an admin of another workspace. They see the pack’s name, language and number of questions, and can take a copy. The copy is theirs: neither of you sees what the other changes later. A link works once, for seven days.',
  make: 'Make a link',
  address: 'The link',
  until: 'Works until',
  taken: 'Used',
  takeBack: 'Revoke',
  noAddress: 'The app doesn’t know its own address, so there’s no link to show. An operator can set PUBLIC_URL.',
  offer: {
    title: (name: string) => `The pack ${name}`,
    about: ({ questions, language }: { questions: number; language: string }) =>
      `${counted(questions, 'question', 'questions')} in ${languageName(language)}.`,
    lead: (workspace: string) =>
      `An admin of another workspace shares this pack with you. You can take a copy into ${workspace}. It’s yours from then on: edit, retire or ask its questions as you like. Nobody is asked anything until a channel uses the pack.`,
    name: 'Its name here',
    take: 'Take a copy',
    own: 'This pack is one of your own. Send the link to an admin of another workspace.',
  },
  closed: {
    title: 'This link doesn’t work anymore',
    used: 'It has already been used, and each link works only once. Ask for a new one.',
    expired: 'It has expired or was revoked. Ask for a new one.',
  },
} as const

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** For example German for `de`. An unknown code is returned unchanged. */
function languageName(language: string): string {
  try {
    return names.of(language) ?? language
  } catch {
    return language
  }
}
