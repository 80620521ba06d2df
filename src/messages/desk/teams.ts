import { counted } from '../rich.ts'

/** The page with the teams of a workspace. */
export const teams = {
  title: 'Teams',
  lead: 'Players create and join teams in chat. Here you rename them, and end that a team follows a user group or role.',
  empty: 'There are no teams yet. Anyone can start one with /heroku-quiz team create NAME.',
  members: (count: number): string => counted(count, 'player', 'players'),
  follows: 'follows a group',
  name: 'Name',
  rename: 'Rename',
  unlink: 'Stop following the group',
  balance: 'Balanced teams',
  balanceLead:
    'Proposes teams of even strength, by what everybody earned in the last four weeks, and moves as few people as that takes.',
  count: 'How many teams (empty: as many as there are)',
  propose: 'Propose teams',
  accept: 'Accept',
  another: 'Another proposal',
} as const
