import type { RoundState } from '../../domain/round.ts'
import type { Trouble } from '../../ports/desk/home.ts'
import { channelName, pausedReasonAtDesk } from '../closed-channel.ts'
import { counted } from '../rich.ts'

export const home = {
  title: 'Today',
  rounds: 'Today’s questions',
  noRounds: 'No question has been asked today.',
  columns: { channel: 'Channel', question: 'Question', state: 'State', answered: 'Answered', correct: 'Got it' },
  states: {
    posting: 'Being posted',
    open: 'Open',
    closed: 'Closed',
    failed: 'Not posted',
  } satisfies Record<RoundState, string>,
  extra: 'extra',
  next: (channel: string): string => `Next in ${channelName({ name: channel })}:`,
  waits: 'Waiting for you',
  disputes: (count: number): string =>
    count === 0
      ? 'No disputes are waiting.'
      : `${counted(count, 'dispute is waiting', 'disputes are waiting')} for a decision.`,
  groups: ({ groups, orMore }: { groups: number; orMore: boolean }): string => {
    if (groups === 0) return 'No answers are waiting for a ruling.'
    const count = counted(groups, 'group of answers is waiting', 'groups of answers are waiting')
    return `${orMore ? `At least ${count}` : count} for a ruling.`
  },
  decide: 'Rulings',
  troubles: 'What’s wrong',
  noTroubles: 'Nothing. I can post in every scheduled channel, and each has questions left.',
  fix: { paused: 'Resume', 'few-left': 'Settings', failing: 'Schedule', 'nothing-scheduled': 'Set a schedule' },
} as const

export function troubleWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'paused':
      return `${channelName({ name: trouble.channelName })} is paused: ${pausedReasonAtDesk(trouble.because)}`
    case 'failing':
      return `The question couldn’t be posted in ${channelName({ name: trouble.channelName })}${trouble.days > 1 ? ` for ${trouble.days} days in a row` : ''}. I’ll try again with the next one.`
    case 'few-left':
      return trouble.left === 0
        ? `${channelName({ name: trouble.channelName })} has been asked every question that fits its settings, so they now repeat.`
        : `${counted(trouble.left, 'question is', 'questions are')} left that ${channelName({ name: trouble.channelName })} hasn’t been asked yet. Choose more topics to get more.`
    case 'nothing-scheduled':
      return 'No channel has a daily question yet.'
  }
}
