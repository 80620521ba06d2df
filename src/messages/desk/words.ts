/** The fixed texts of the desk's frame and sign-in pages. Each other page has its own file in this folder. */
export const desk = {
  product: 'Heroku Quiz',
  title: (page: string, workspace: string): string => `${page} · ${workspace} · Heroku Quiz`,
  description: 'Where admins run the quiz.',
  skip: 'Skip to the content',
  nav: 'Desk',
  of: 'Desk',
  signedInAs: (name: string): string => `Signed in as ${name}`,
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  signOutEverywhereHint:
    'Ends all your sessions at this desk, on every device, and cancels links that haven’t been used.',
  problem: 'This wasn’t saved',
  again: 'Back',
  door: {
    title: 'Open the desk',
    lead: 'You’re about to sign in to the desk, where admins run the quiz of their workspace.',
    press: 'Open the desk',
    note: 'The link in your chat works once. After that you stay signed in here for 12 hours. If this isn’t your own device, sign out when you’re done.',
  },
  closed: {
    unknown: ['This link doesn’t work', 'It seems to be cut off. Copy it again from the chat.'],
    used: ['This link has already been used', 'Each link opens the desk once.'],
    expired: ['This link has expired', 'A link to the desk works for 15 minutes.'],
    'signed-out': [
      'You’re not signed in',
      'The desk opens with a private link from your chat. A session ends after 12 hours. If you followed a link to a page of the desk, open it again once you’re signed in.',
    ],
    'no-admin': [
      'The desk is for admins',
      'You aren’t an admin of this workspace anymore, so you were signed out. Nothing was changed.',
    ],
    'left-here': ['You’re signed out', 'Nobody can use this browser to change your quiz now.'],
    'left-everywhere': ['You’re signed out everywhere', 'All your sessions at this desk have ended.'],
  },
  /** Shown below each of those. */
  newLink: 'Admins get a new link with',
  newLinkCommand: '/heroku-quiz desk',
  refused: {
    stale: [
      'That wasn’t accepted',
      'This page was open for too long, or the request came from another site. Nothing was changed. Load the page again and retry.',
    ],
    uncertain: [
      'Nothing was changed',
      'I couldn’t ask your chat whether you’re still an admin. That’s usually over in a minute; go back and try again.',
    ],
    missing: ['There’s nothing here', 'It may have been deleted, or it belongs to another workspace.'],
    largeFile: [
      'The file is too large',
      'A file may have up to 10 MB. Split it into smaller ones. Nothing was stored.',
    ],
    tooFast: [
      'A little slower, please',
      'That was a lot at once. Wait a few seconds, then go on. Nothing was changed.',
    ],
    tooMuch: [
      'That’s a lot for one hour',
      'The playground won’t accept more from you for a while. Nothing was changed.',
    ],
    full: [
      'The playground is full',
      'It can’t accept anything new at the moment. Come back later. Nothing was changed.',
    ],
  },
  changes: {
    title: 'Changes',
    lead: 'Who changed what on the desk, newest first.',
    empty: 'Nothing has been changed here yet.',
    older: 'Older',
    undo: 'Undo',
    someone: 'Somebody',
  },
} as const

export type ClosedReason = keyof typeof desk.closed
export type RefusedReason = keyof typeof desk.refused
