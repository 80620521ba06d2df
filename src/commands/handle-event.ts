import { QuizError } from '../domain/errors.ts'
import { unknownWord, usage } from '../messages/help.ts'
import { fault, withWords } from '../messages/refusals.ts'
import { homeTab } from '../messages/set-up/home.ts'
import type { Act, ChatEvent, Choice, Origin, Outside, Reply } from '../ports/chat-event.ts'
import type { Deps } from '../services/deps.ts'
import { greet } from '../services/players/greet.ts'
import { type Asker, findAsker, recogniseAsker } from '../services/players/recognise-asker.ts'
import { showHome } from '../services/players/show-home.ts'
import { followGroups } from '../services/teams/follow-groups.ts'
import { readAction } from './actions/action.ts'
import { presses, submits } from './actions/actions.ts'
import { actingIn } from './actions/answer.ts'
import { helpLine } from './help.ts'
import { answerOutsider } from './outside.ts'
import { refused } from './refused.ts'
import { allCommands } from './table.ts'
import { completeWords } from './words/complete-words.ts'
import { readWords } from './words/read-words.ts'

/** The single entry point for all chat events. Never throws: errors become replies. */
export async function handleEvent(deps: Deps, event: ChatEvent): Promise<Reply> {
  switch (event.kind) {
    case 'unsupported':
      deps.log.info({ what: event.what }, 'ignored an unsupported event')
      return { kind: 'nothing' }
    case 'removed':
      await deps.store.workspaces.remove(event.workspace)
      deps.log.info({ workspace: event.workspace }, 'the app was removed from a workspace')
      return { kind: 'nothing' }
    default:
      return answered(deps, event)
  }
}

type AskerEvent = Extract<ChatEvent, Origin>

async function answered(deps: Deps, whole: AskerEvent | Outside): Promise<Reply> {
  const event = whole.kind === 'outside' ? { ...whole, act: capped(whole.act) } : capped(whole)
  const act = event.kind === 'outside' ? event.act : event
  try {
    if (event.kind === 'outside') {
      deps.keepPace({ kind: event.act.kind, player: { ref: event.person }, workspace: { ref: 'outside' } })
      return await answerOutsider(deps, event)
    }
    deps.keepPace(event)
    if (event.kind === 'complete') return { kind: 'choices', choices: await suggested(deps, event) }
    if (event.kind === 'home' && (event.isLook || event.isRefresh)) {
      const looking = await findAsker(deps, event)
      return looking ? await dispatch(deps, event, looking) : { kind: 'nothing' }
    }
    const asker = await recogniseAsker(deps, event, actingIn(deps, event))
    if (!asker.replayed) return await dispatch(deps, event, await followGroups(deps, asker))
    deps.log.warn({ player: asker.player.id, requestId: event.requestId }, 'ignored a replayed request')
    return { kind: 'nothing' }
  } catch (error) {
    if (error instanceof QuizError) {
      deps.log.info({ code: error.code, requestId: event.requestId }, 'refused')
      const message = withWords(await refused(deps, error), answerIn(act))
      return { kind: 'private', message, ...(correctable.has(error.code) && { correctable: true }) }
    }
    deps.log.error({ err: error, kind: event.kind, requestId: event.requestId }, 'event failed')
    return { kind: 'private', message: fault(event.requestId, wordsOf(act)) }
  }
}

/** Refusals that the person can correct by changing the wording. */
const correctable: ReadonlySet<QuizError['code']> = new Set([
  'answer-empty',
  'answer-none',
  'answer-too-long',
  'text-too-long',
  'team-name-bad',
  'team-taken',
  'suggestion-empty',
])

/**
 * In UTF-16 code units: five times the longest answer. Longer input is refused early, because processing a huge paste
 * would delay other requests.
 */
const longestWords = 5000

function capped<Event extends Act | AskerEvent>(event: Event): Event {
  if ('words' in event) return { ...event, words: event.words.slice(0, longestWords) }
  if (event.kind !== 'submit') return event
  const values = Object.entries(event.values).map(([name, value]) => [name, value.slice(0, longestWords)])
  return { ...event, values: Object.fromEntries(values) }
}

/** The text of the event, which is returned to the person if it can't be accepted. */
function wordsOf(event: Act | AskerEvent): string {
  if (event.kind === 'submit') {
    // A form with a chosen channel or file has no text to return.
    const chosen = 'picked' in event ? [...(event.picked ?? []), ...(event.files ?? [])] : []
    return chosen.length > 0 ? '' : Object.values(event.values).join('\n')
  }
  return event.kind === 'command' ? event.words : ''
}

/** Text that took effort to write: that of a form, and of an answer typed as a command. */
function answerIn(event: Act | AskerEvent): string {
  if (event.kind === 'command') return /^\s*answer\s([\s\S]*)/iu.exec(event.words)?.[1]?.trim() ?? ''
  return event.kind === 'submit' ? wordsOf(event) : ''
}

async function dispatch(deps: Deps, event: Exclude<AskerEvent, { kind: 'complete' }>, asker: Asker): Promise<Reply> {
  switch (event.kind) {
    case 'command':
      return runWords(deps, asker, event.words)
    case 'press': {
      const { word, about } = readAction(event.action)
      const typed = Object.hasOwn(typedBy, word) ? typedBy[word] : undefined
      if (typed !== undefined) return runWords(deps, asker, typed)
      const press = Object.hasOwn(presses, word) ? presses[word] : undefined
      if (!press) throw new QuizError('round-unknown')
      return press(deps, asker, about)
    }
    case 'submit': {
      const { word, about } = readAction(event.action)
      const submit = Object.hasOwn(submits, word) ? submits[word] : undefined
      if (!submit) throw new QuizError('round-unknown')
      return submit(deps, asker, about, event.values)
    }
    case 'home':
      if (event.isLook) return runWords(deps, asker, 'me')
      return { kind: 'home', message: homeTab(await showHome(deps, asker)) }
    case 'met':
      await greet(deps, asker, event.how)
      return { kind: 'nothing' }
  }
}

async function suggested(deps: Deps, event: Extract<AskerEvent, { kind: 'complete' }>): Promise<Choice[]> {
  const workspace = await deps.store.workspaces.findByRef(event.workspace.ref)
  return completeWords(allCommands, deps, workspace?.id, event.words)
}

/** Buttons that do the same as a typed command. */
const typedBy: Readonly<Record<string, string>> = {
  help: 'help',
  board: 'leaderboard',
  rulings: 'disputes',
  desk: 'desk',
  import: 'import',
  suggest: 'suggest',
}

async function runWords(deps: Deps, asker: Asker, words: string): Promise<Reply> {
  const read = readWords(allCommands, words.trim() === '' ? 'help' : words)
  switch (read.kind) {
    case 'unknown':
      return { kind: 'private', message: unknownWord(read.typed, read.nearest.map(helpLine)) }
    case 'misused':
      return { kind: 'private', message: usage(helpLine(read.command), read.typed, read.missing) }
    case 'command':
      if (read.command.who === 'admin' && !(await asker.origin.player.isAdmin())) {
        throw new QuizError('admin-needed', { command: read.command.path[0] ?? '' })
      }
      return read.command.run(deps, asker, read.options)
  }
}
