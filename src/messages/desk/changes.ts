import type { Mark } from '../../domain/rulings/mark.ts'
import type { Rearrange } from '../../ports/desk/coming.ts'
import { workspaceFields } from '../../ports/desk/setup.ts'
import type { ChangeKind, Undoable } from '../../ports/store/changes.ts'
import { dayInWords } from '../past/archive.ts'
import { counted } from '../rich.ts'

const rearranged: Record<Rearrange['kind'], (what: string, day: string) => string> = {
  up: (place) => `moved upcoming question ${place} up`,
  down: (place) => `moved upcoming question ${place} down`,
  swap: (place) => `swapped upcoming question ${place} for another`,
  pin: (id) => `put ${id} next`,
  unpin: (id) => `removed ${id} as the next question`,
  place: (id, day) => `put ${id} on ${dayInWords(day)}`,
  skip: (date) => `skipped ${dayInWords(date)}`,
  unskip: (date) => `put ${dayInWords(date)} back on the schedule`,
}

const ruledOne: Record<Mark, string> = {
  right: 'counts as right',
  half: 'counts as half right',
  'as-graded': 'stays as graded',
}
const ruledMany: Record<Mark, string> = {
  right: 'count as right',
  half: 'count as half right',
  'as-graded': 'stay as graded',
}

const undone: Record<Undoable, (of: string) => string> = {
  'dispute-decided': (prompt) => `withdrew a decision about a dispute, on: ${prompt}`,
  scheduled: (channel) => `turned the daily question in ${channel} on again, with its earlier schedule`,
  'team-renamed': (team) => `gave team ${team} its old name back`,
}

const shared = {
  made: (pack: string) => `made a link for copying the pack ${pack} to another workspace`,
  'taken-back': (pack: string) => `revoked a link to the pack ${pack}`,
  used: (pack: string) => `shared the pack ${pack}: another workspace took a copy with their link`,
}

/** The name is erased if the person who sent the file asks to be forgotten. */
const withName = (what: string, name: string | undefined) => (name ? `${what}: ${name}` : what)

type About = Readonly<Record<string, string>>

const words: Record<ChangeKind, (about: About) => string> = {
  'signed-in': () => 'opened the desk',
  'signed-out': ({ where }) => (where === 'everywhere' ? 'signed out everywhere' : 'signed out'),
  resumed: ({ channel = '' }) => `resumed the daily question in ${channel}`,
  rearranged: ({ how = '', channel = '', what = '', day = '' }) =>
    `${(rearranged[how as Rearrange['kind']] ?? rearranged.pin)(what, day)} in ${channel}`,
  scheduled: ({ channel = '', to = '' }) =>
    to === 'off' ? `turned the daily question in ${channel} off` : `set the daily question in ${channel} to ${to}`,
  setting: ({ name = '', channel = '', before = '', after = '' }) =>
    `changed ${name}${(workspaceFields as readonly string[]).includes(name) ? '' : ` in ${channel}`}: ${before || 'nothing'} → ${after || 'nothing'}`,
  'board-links-reset': () => 'turned off all links to the board page',
  weekly: ({ channel = '', to = '' }) =>
    to === 'off' ? 'turned the weekly leaderboard off' : `set the weekly leaderboard in ${channel} to ${to}`,
  'team-renamed': ({ before = '', after = '' }) => `renamed team ${before} to ${after}`,
  'team-unlinked': ({ team = '' }) => `stopped team ${team} from following a group`,
  'dispute-decided': ({ state, own, prompt = '' }) =>
    `${state === 'accepted' ? 'accepted' : 'rejected'} ${own ? 'their own dispute' : 'a dispute'}, on: ${prompt}`,
  undone: ({ what = '', of = '' }) => (undone[what as Undoable] ?? undone.scheduled)(of),
  'teams-balanced': ({ teams, moves }) =>
    `balanced ${counted(Number(teams), 'team', 'teams')}: ${counted(Number(moves), 'player', 'players')} moved`,
  ruled: ({ mark = '', wordings, changed, own, prompt = '' }) =>
    `${mark === 'sorted' ? 'sorted' : 'ruled that'} ${counted(Number(wordings), 'wording', 'wordings')}${mark === 'sorted' ? '' : ` ${Number(wordings) === 1 ? ruledOne[mark as Mark] : ruledMany[mark as Mark]}`} (${counted(Number(changed), 'answer', 'answers')} graded again${own ? ', including their own' : ''}), on: ${prompt}`,
  'way-added': ({ pattern = '', prompt = '' }) => `taught the grader “${pattern}”, on: ${prompt}`,
  'way-taken-back': ({ pattern = '', prompt = '' }) => `removed “${pattern}” from the grader, on: ${prompt}`,
  published: ({ pack = '', prompt = '' }) => `published a question in the pack ${pack}: ${prompt}`,
  retired: ({ state, pack = '', prompt = '' }) =>
    `${state === 'retired' ? 'retired' : 'brought back'} a question in the pack ${pack}: ${prompt}`,
  imported: ({ file }) => withName('imported a file of questions', file),
  'import-removed': ({ file }) => withName('removed an imported file and its drafts', file),
  'pack-changed': ({ pack = '', language = '', spelling = '' }) =>
    `set how answers to the pack ${pack} are read: language ${language}, spelling ${spelling}`,
  'pack-shared': ({ state = '', pack = '' }) => (shared[state as keyof typeof shared] ?? shared.made)(pack),
  'pack-copied': ({ pack = '' }) => `took a copy of another workspace’s pack, as ${pack}`,
  suggestion: ({ state, prompt }) =>
    `${state === 'taken' ? 'accepted' : 'declined'} ${prompt ? `the suggested question: ${prompt}` : 'a suggested question'}`,
}

export function changeWords(kind: ChangeKind, about: About): string {
  return words[kind](about)
}
