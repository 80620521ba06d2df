import type { Schedule } from '../../domain/calendar.ts'
import { questionOrders } from '../../domain/pick-question.ts'
import type { ChoiceField, Form } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import { daysInWords, daysTyped } from '../schedule.ts'
import { offeredZones } from './offered-zones.ts'

/** The form `Set the daily question` with a channel, a time and weekdays. */
export function setUpForm(offer: Pick<Schedule, 'time' | 'zone' | 'weekdays'> & { channel?: string }): Form {
  return {
    action: 'set-up:0',
    title: 'The daily question',
    intro: 'I’ll ask a question about Heroku in this channel, and show the answer when the next one comes.',
    fields: [
      {
        kind: 'channel',
        name: 'channel',
        label: 'Channel',
        ...(offer.channel === undefined ? {} : { value: offer.channel }),
      },
      { kind: 'time', name: 'time', label: 'Time', value: offer.time },
      menu('zone', 'Time zone', [...offeredZones], offer.zone, (zone) => zone.replaceAll('_', ' ')),
      menu('days', 'Days', usualDays, daysTyped(offer.weekdays), (days) => capital(daysInWords(weekdaysOf(days)))),
    ],
    submit: 'Save',
  }
}

const usualDays = ['mon-fri', 'mon-sat', 'sun-thu', 'daily']

function weekdaysOf(typed: string): number[] {
  const all: Record<string, number[]> = {
    'mon-fri': [1, 2, 3, 4, 5],
    'mon-sat': [1, 2, 3, 4, 5, 6],
    'sun-thu': [1, 2, 3, 4, 7],
    daily: [1, 2, 3, 4, 5, 6, 7],
  }
  return all[typed] ?? typed.split(',').map((day) => 1 + dayKeys.indexOf(day))
}

const dayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The most fields that a form can have on every platform. */
const fieldsMost = 5

type Shown = { workspace: Workspace; channel: Channel }

/** The most used settings, each with the name used to change it. */
export function settingsForm(shown: Shown): Form {
  return formOf(shown, settingFields(shown).slice(0, fieldsMost))
}

/** The settings that don't fit in the first form. */
export function moreSettingsForm(shown: Shown): Form {
  return formOf(shown, settingFields(shown).slice(fieldsMost))
}

function formOf({ channel }: Shown, fields: ChoiceField[]): Form {
  return { action: `settings:${channel.id}`, title: 'Settings', intro: '', fields, submit: 'Save' }
}

/** Most used first. */
function settingFields({ workspace, channel }: Shown): ChoiceField[] {
  const { attempts, revealAfterMinutes, difficulty = 'any', extraRounds, order } = channel.settings
  const hours = revealAfterMinutes % 60 === 0 ? `${revealAfterMinutes / 60}h` : `${revealAfterMinutes}min`
  return [
    menu('attempts', 'Tries a player has in a round', ['1', '2', '3', '4', '5'], String(attempts)),
    menu('reveal-after', 'Show the answer after at most', ['4h', '8h', '24h', '48h', '72h'], hours),
    radio('difficulty', 'Difficulty', ['any', 'easy', 'medium', 'hard'], difficulty, capital),
    radio('team-score', 'What counts for a team', ['best-three', 'sum'], workspace.teamScore, teamScores),
    radio('seasons', 'Seasons: a board that starts over', ['off', 'month', 'quarter'], workspace.seasons, seasons),
    menu('extra-rounds', 'Questions players may start per day', ['0', '1', '3', '5', '10', '50'], String(extraRounds)),
    radio('order', 'Which topic comes next', [...questionOrders], order, orders),
    radio('public-names', 'Players’ names on the board page', ['off', 'on'], onOff(workspace.publicNames), shownOrNot),
  ]
}

function seasons(length: string): string {
  return length === 'off' ? 'Off' : `Each ${length}`
}

function onOff(on: boolean): string {
  return on ? 'on' : 'off'
}

function shownOrNot(names: string): string {
  return names === 'on' ? 'Shown' : 'Hidden'
}

function teamScores(score: string): string {
  return score === 'sum' ? 'Everybody’s points' : 'Its best three players'
}

function orders(order: string): string {
  return order === 'memory' ? 'What the team knows least' : 'Topics take turns'
}

function radio(...given: Parameters<typeof menu>): ChoiceField {
  return { ...menu(...given), look: 'radio' }
}

/** A menu whose choices always include the current value. */
function menu(
  name: string,
  label: string,
  usual: readonly string[],
  value: string,
  words: (value: string) => string = (one) => one,
): ChoiceField {
  const values = usual.includes(value) ? usual : [value, ...usual]
  return {
    kind: 'choice',
    look: 'menu',
    name,
    label,
    value,
    choices: values.map((one) => ({ value: one, label: words(one) })),
  }
}
