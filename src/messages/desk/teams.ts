import { counted } from '../rich.ts'

export const teams = {
  title: 'Teams',
  lead: 'Players create and join teams in chat. Here you can rename them, or stop a team from following a user group or role.',
  empty: 'There are no teams yet. Anyone can start one with /heroku-quiz team create NAME.',
  members: (count: number): string => counted(count, 'player', 'players'),
  follows: 'follows a group',
  name: 'Name',
  rename: 'Rename',
  unlink: 'Stop following the group',
  balance: 'Balanced teams',
  balanceLead:
    'Proposes evenly matched teams, based on what everybody earned in the four weeks up to yesterday, and moves as few people as possible.',
  count: 'How many teams (leave empty to keep the number)',
  propose: 'Propose teams',
  accept: 'Accept',
  another: 'Another proposal',
} as const
