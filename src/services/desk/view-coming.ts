import { localDay } from '../../domain/calendar.ts'
import { difficulties } from '../../domain/question.ts'
import { openQuestion } from '../../messages/question.ts'
import type {
  BankLine,
  BankSearch,
  ComingPick,
  ComingView,
  FoundQuestions,
  QuestionPreview,
} from '../../ports/desk/coming.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Channel } from '../../ports/store/channels.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { listTopics } from '../list-topics.ts'
import { lookAhead } from '../schedule/look-ahead.ts'
import { keptAhead } from '../schedule/skip-days.ts'
import { askerAt } from './asker-at.ts'
import { stampOf } from './unless-changed.ts'

const foundShown = 30

type ViewDeps = Pick<Deps, 'store' | 'bank' | 'clock' | 'rights'>

/**
 * A channel's upcoming questions. If `channelId` is 0, it is the first channel with a schedule. Returns undefined if
 * nothing is scheduled.
 */
export async function viewComing(deps: ViewDeps, visit: Visit, channelId: number): Promise<ComingView | undefined> {
  const channels = (await deps.store.channels.inWorkspace(visit.workspace.id)).filter(({ schedule }) => schedule)
  const chosen = channels.find(({ id }) => id === channelId) ?? (channelId === 0 ? channels[0] : undefined)
  if (!chosen?.schedule) return undefined
  const asker = await askerAt(deps, visit, chosen.id)
  const { zone, picks } = await lookAhead(deps, asker, keptAhead)
  const today = localDay(deps.clock.now(), zone)
  return {
    channel: nameOf(chosen),
    channels: channels.map(nameOf),
    seen: stampOf(asker.channel, visit.workspace),
    zone,
    paused: chosen.pausedBecause !== undefined,
    skipped: chosen.schedule.skip.filter((date) => date >= today),
    picks: await Promise.all(picks.map((pick) => comingPick(deps, chosen, zone, pick))),
  }
}

/** A question as a channel would see it now. Returns undefined if the channel can't ask it. */
export async function previewQuestion(
  { store, bank }: Pick<Deps, 'store' | 'bank'>,
  { workspace }: Visit,
  channelId: number,
  questionId: string,
): Promise<QuestionPreview | undefined> {
  const channel = await store.channels.find(channelId)
  if (channel?.workspaceId !== workspace.id) return undefined
  const meant = (await bank.current(choiceOf(channel))).find(({ id }) => id === questionId)
  if (!meant) return undefined
  const { question } = await bank.find({ workspaceId: workspace.id, questionId, questionVersion: meant.version })
  const { attempts, mention } = channel.settings
  const round = {
    id: 0,
    attempts,
    kind: 'scheduled' as const,
    answered: 0,
    ...(mention === undefined ? {} : { mention }),
  }
  const { hint, answer, explanation } = question
  return { channelName: channel.name, card: openQuestion(question, round), hint, modelAnswer: answer, explanation }
}

/**
 * Matching questions from the bank, each with the date when the channel last asked it. Questions never asked there come
 * first.
 */
export async function searchBank(
  deps: ViewDeps,
  visit: Visit,
  channelId: number,
  { text, topic, difficulty }: BankSearch,
): Promise<FoundQuestions> {
  const { channel } = await askerAt(deps, visit, channelId)
  const [bank, history, topics] = await Promise.all([
    deps.bank.current(choiceOf(channel)),
    deps.store.rounds.history(channel.id),
    listTopics(deps, choiceOf(channel)),
  ])
  const texts = await deps.store.overview.texts(bank)
  const promptOf = (id: string) => texts.get(id)?.prompt ?? id
  const asked = new Map(history.map(({ questionId, askedAt }) => [questionId, askedAt]))
  const wanted = text.toLowerCase().split(/\s+/)
  const fitting = bank.filter(
    (one) =>
      (topic === '' || one.topic === topic) &&
      (difficulty === '' || one.difficulty === difficulty) &&
      contains(`${one.id} ${promptOf(one.id)}`, wanted),
  )
  const sorted = fitting.toSorted(
    (a, b) =>
      (asked.get(a.id)?.getTime() ?? 0) - (asked.get(b.id)?.getTime() ?? 0) ||
      difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty) ||
      a.id.localeCompare(b.id),
  )
  const found = sorted.slice(0, foundShown).map(({ id, topic, difficulty }) => {
    const askedAt = asked.get(id)
    return { id, topic, difficulty, prompt: promptOf(id), ...(askedAt && { askedAt }) }
  })
  return { topics: topics.map((one) => one.topic), found, more: sorted.length - found.length }
}

/** Whether the text contains all words, in any order. Each may be a part of a longer word. */
function contains(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.every((word) => lower.includes(word))
}

async function comingPick(
  { bank }: Pick<Deps, 'bank'>,
  { workspaceId, settings }: Channel,
  zone: string,
  { question: { id, version, topic, difficulty }, at }: Awaited<ReturnType<typeof lookAhead>>['picks'][number],
): Promise<ComingPick> {
  const { question } = await bank.find({ workspaceId, questionId: id, questionVersion: version })
  const line: BankLine = { id, topic, difficulty, prompt: question.prompt }
  return { ...line, at, date: localDay(at, zone), modelAnswer: question.answer, pinned: settings.pinned.includes(id) }
}

function nameOf({ id, name }: Channel): { id: number; name: string } {
  return { id, name }
}
