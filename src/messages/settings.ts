import { shortId } from '../domain/packs/own-questions.ts'
import type { SettingName } from '../domain/typed/read-setting.ts'
import type { Block, Message, Rich } from '../ports/message.ts'
import type { Channel } from '../ports/store/channels.ts'
import type { Workspace } from '../ports/store/workspaces.ts'
import { datesWithWeekday } from './habit/pause.ts'
import { counted } from './rich.ts'
import { dayName, fewFit } from './schedule.ts'

type Shown = { workspace: Workspace; channel: Channel; packs: readonly { id: number; name: string }[] }
type Line = [name: SettingName, value: string, meaning: string]

function linesOf({ workspace, channel, packs }: Shown): Line[] {
  const { settings, schedule } = channel
  const hours = settings.revealAfterMinutes / 60
  return [
    ['attempts', String(settings.attempts), 'tries a player has in a round'],
    [
      'reveal-after',
      Number.isInteger(hours) ? `${hours}h` : `${settings.revealAfterMinutes}min`,
      'how long a question is open; the next daily question closes the one before it',
    ],
    [
      'packs',
      settings.packs.map((choice) => packs.find(({ id }) => id === choice)?.name ?? choice).join(' '),
      `where questions come from: any of ${['built-in', ...packs.map(({ name }) => name)].join(', ')}`,
    ],
    ['topics', settings.topics.length === 0 ? 'all' : settings.topics.join(' '), 'what questions are about'],
    ['difficulty', settings.difficulty ?? 'any', 'easy, medium, hard or any'],
    ['order', settings.order, 'turns: topics take turns; memory: what the team is expected to know least comes first'],
    ['extra-rounds', String(settings.extraRounds), 'questions that players may start per day'],
    [
      'threads',
      settings.threads ? 'on' : 'off',
      'on Discord, a thread below each answer; on Slack there always is one',
    ],
    ['mention', settings.mention ?? 'off', 'a role or group notified of each daily question'],
    [
      'skip',
      schedule && schedule.skip.length > 0 ? datesWithWeekday(schedule.skip).join(', ') : 'none',
      'dates without a question: add or remove dates or a period, such as 24 Dec - 2 Jan',
    ],
    [
      'holidays',
      schedule?.holidays?.place ?? 'off',
      'no question on public holidays of a country or region, such as DE-BY',
    ],
    ['pin', settings.pinned.length === 0 ? 'none' : settings.pinned.map(shortId).join(' '), 'questions that come next'],
    ['team-score', workspace.teamScore, 'best-three or sum, for the whole workspace'],
    ['seasons', workspace.seasons, 'a board that starts over each month or quarter: month, quarter or off'],
    ['public-names', workspace.publicNames ? 'on' : 'off', 'players’ names on the board page'],
    [
      'board-link',
      workspace.boardLinks === 0 ? 'never reset' : `reset ${workspace.boardLinks}×`,
      'reset turns off every link to the board page',
    ],
    [
      'retention',
      workspace.retentionMonths === undefined ? 'the operator’s setting' : `${workspace.retentionMonths} months`,
      'how long answer texts are stored; points stay',
    ],
    ['zone', workspace.zone, 'the time zone in which the workspace’s days begin'],
    ['week-start', dayName(workspace.weekStart), 'the day on which boards begin a new week'],
  ]
}

/** The settings of a channel and its workspace, each with the name used to change it. */
export function settingsShown(shown: Shown): Message {
  return {
    summary: 'Settings',
    blocks: [
      { kind: 'heading', text: 'Settings' },
      {
        kind: 'list',
        items: linesOf(shown).map(
          ([name, value, meaning]): Rich => [{ code: name }, ' ', { bold: value }, ` · ${meaning}`],
        ),
      },
      { kind: 'note', text: ['Change one with ', { code: '/heroku-quiz settings NAME VALUE' }, '.'] },
      {
        kind: 'buttons',
        buttons: [
          { action: `settings:${shown.channel.id}`, label: 'Change settings', look: 'plain' },
          { action: `settings-more:${shown.channel.id}`, label: 'More settings', look: 'plain' },
        ],
      },
    ],
  }
}

/** Settings that choose questions. */
const choosing: readonly SettingName[] = ['topics', 'difficulty', 'packs', 'order']

function pinnedFirst({ settings: { pinned } }: Channel): Block[] {
  if (pinned.length === 0) return []
  const come = `${counted(pinned.length, 'pinned question comes', 'pinned questions come')} first. `
  return [{ kind: 'note', text: [come, { code: '/heroku-quiz settings pin none' }, ' unpins them.'] }]
}

/** `attempts: 2 → 3`, or a note that nothing changed. */
export function settingChanged(name: SettingName, before: Shown, after: Shown & { fitting: number }): Message {
  const [, old = ''] = linesOf(before).find(([one]) => one === name) ?? []
  const [, now = '', meaning = ''] = linesOf(after).find(([one]) => one === name) ?? []
  const values = old === now ? `${now}, as before` : `${old} → ${now}`
  return {
    summary: `${name}: ${values}`,
    blocks: [
      { kind: 'text', text: [{ code: name }, ' ', { bold: values }, ` · ${meaning}`] },
      ...(choosing.includes(name) ? [...fewFit(after.fitting), ...pinnedFirst(after.channel)] : []),
      { kind: 'note', text: ['All settings: ', { code: '/heroku-quiz settings' }] },
    ],
  }
}

const examples: Record<SettingName, string> = {
  attempts: '2',
  'reveal-after': '24h',
  packs: 'built-in',
  topics: 'dynos data',
  difficulty: 'easy',
  order: 'memory',
  'extra-rounds': '5',
  mention: '@quizzers',
  threads: 'on',
  skip: 'add 2026-12-24',
  holidays: 'DE-BY',
  pin: 'release-command-fails',
  'team-score': 'best-three',
  seasons: 'month',
  'public-names': 'on',
  'board-link': 'reset',
  retention: '12',
  zone: 'Europe/Berlin',
  'week-start': 'sunday',
}

export function valueMissing(setting: SettingName): string {
  return `Add a value, for example ${settingExample(setting)}.`
}

export function settingExample(setting: SettingName): string {
  return `\`/heroku-quiz settings ${setting} ${examples[setting]}\``
}
