import { type GoalNow, mostGoalDays } from '../../domain/habit/goal.ts'
import type { Button, Form, Message } from '../../ports/message.ts'
import { counted, sentence } from '../rich.ts'

export function goalButton(goal: number | undefined): Button {
  return { action: 'goal:0', label: goal === undefined ? 'Set a goal' : 'Change goal', look: 'plain' }
}

export function goalSet(now: GoalNow | undefined): Message {
  if (!now) return sentence('You have no goal now. `/heroku-quiz goal 3` sets one.')
  return sentence(`Your goal: ${counted(now.goal, 'day', 'days')} a week. ${capital(goalWords(now))}.`)
}

/** `3 of 4 days this week`. Mentions only progress, never missing days. */
export function goalWords({ goal, answered, target }: GoalNow): string {
  if (target === 0) return `no question days for you this week (your goal: ${goal} a week)`
  const usual = target < goal ? ` (your goal: ${goal}; only days with a question, outside a pause, count)` : ''
  if (answered > target) return `${counted(answered, 'day', 'days')} this week, more than your goal${usual}`
  const reached = answered === target ? ', goal reached' : ''
  return `${answered} of ${counted(target, 'day', 'days')} this week${reached}${usual}`
}

export function goalForm(goal: number | undefined): Form {
  const days = Array.from({ length: mostGoalDays }, (_, index) => index + 1)
  return {
    action: 'goal:0',
    title: 'Your goal',
    intro:
      'How many days a week do you want to answer? Only you see it. Days without a question never count against you.',
    fields: [
      {
        kind: 'choice',
        look: 'menu',
        name: 'days',
        label: 'Days a week',
        value: goal === undefined ? '3' : String(goal),
        choices: [
          ...days.map((count) => ({ value: String(count), label: counted(count, 'day', 'days') })),
          { value: 'off', label: 'No goal' },
        ],
      },
    ],
    submit: 'Save',
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
