import type { GoalNow } from '../domain/habit/goal.ts'
import type { Pause } from '../domain/habit/pause.ts'
import type { Streak } from '../domain/habit/streak.ts'
import type { Standing } from '../domain/standings.ts'
import type { Block, Button, Message, Rich } from '../ports/message.ts'
import { pausedChannels } from './closed-channel.ts'
import { goalButton, goalWords } from './habit/goal.ts'
import { dateInWords } from './habit/pause.ts'
import { counted } from './rich.ts'

/** The reply to `me`. */
export function aboutMe(player: {
  name: string
  team?: string
  week?: Standing
  all?: Standing
  streak: Streak
  pause?: Pause
  /** Undefined while reminders are off. */
  reminder?: { time: string; zone: string }
  goal?: GoalNow
  /** The URL of the player's own page. */
  progress?: string
  paused: readonly { name: string }[]
}): Message {
  const items: Rich[] = [
    ['This week: ', place(player.week)],
    ['All time: ', place(player.all)],
    [
      'Team: ',
      player.team ?? 'none yet. Join one with ',
      ...(player.team ? [] : [{ code: '/heroku-quiz team join NAME' }]),
    ],
    ['Streak: ', streakWords(player.streak)],
  ]
  if (player.goal) items.push([`Goal: ${goalWords(player.goal)}`])
  if (player.pause) items.push([`Paused until the end of ${dateInWords(player.pause.last)}`])
  if (player.reminder) items.push([`Reminders: ${player.reminder.time} (${player.reminder.zone})`])
  const blocks: Block[] = [
    { kind: 'heading', text: player.name },
    { kind: 'list', items },
  ]
  blocks.push({ kind: 'buttons', buttons: [...progressButton(player.progress), goalButton(player.goal?.goal)] })
  if (player.paused.length > 0) blocks.push({ kind: 'note', text: [pausedChannels(player.paused)] })
  return { summary: `${player.name}, all time: ${place(player.all)}.`, blocks }
}

function progressButton(url: string | undefined): Button[] {
  return url === undefined ? [] : [{ url, label: 'Your progress' }]
}

function place(standing: Standing | undefined): string {
  return standing ? `${counted(standing.points, 'point', 'points')}, place ${standing.rank}` : 'no points yet'
}

export function streakWords(streak: Streak): string {
  if (streak.current === 0) {
    const best = streak.longest > 1 ? ` Your best is ${counted(streak.longest, 'day', 'days')}.` : ''
    return `none right now. Answer the next daily question to start one.${best}`
  }
  const freezes = streak.freezes > 0 ? `, ${counted(streak.freezes, 'freeze', 'freezes')} saved for missed days` : ''
  return `${counted(streak.current, 'question day', 'question days')} in a row (best ${streak.longest})${freezes}`
}
