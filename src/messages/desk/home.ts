import type { RoundState } from '../../domain/round.ts'
import type { Trouble } from '../../ports/desk/home.ts'
import { channelName, pausedReason } from '../closed-channel.ts'
import { counted } from '../rich.ts'

/** The desk's first page. */
export const home = {
  title: 'Today',
  rounds: 'Questions of today',
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
  waits: 'What waits for you',
  disputes: (count: number): string =>
    count === 0 ? 'No dispute waits.' : `${counted(count, 'dispute waits', 'disputes wait')} for a decision.`,
  groups: ({ groups, orMore }: { groups: number; orMore: boolean }): string => {
    if (groups === 0) return 'No answer waits for a ruling.'
    const count = counted(groups, 'group of answers waits', 'groups of answers wait')
    return `${orMore ? `At least ${count}` : count} for a ruling.`
  },
  decide: 'Rulings',
  troubles: 'What is wrong',
  noTroubles: 'Nothing. Every scheduled channel can be posted in and has questions left.',
  fix: { paused: 'Resume', 'few-left': 'Settings', failing: 'Schedule', 'nothing-scheduled': 'Set a schedule' },
} as const

export function troubleWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'paused':
      return `${channelName({ name: trouble.channelName })} is paused: ${pausedReason(trouble.because)}`
    case 'failing':
      return `The question could not be posted in ${channelName({ name: trouble.channelName })} on ${counted(trouble.days, 'day', 'days')} in a row. I try again with the next one.`
    case 'few-left':
      return trouble.left === 0
        ? `${channelName({ name: trouble.channelName })} was asked every question that fits its settings; they now come again.`
        : `${counted(trouble.left, 'question is', 'questions are')} left that ${channelName({ name: trouble.channelName })} was never asked. Choose more topics to have more.`
    case 'nothing-scheduled':
      return 'No channel has a daily question yet.'
  }
}
