import { QuizError } from '../../domain/errors.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { rulingWords } from '../../domain/rulings/equal-words.ts'
import { isAbove, sharedMark } from '../../domain/rulings/mark.ts'
import { gradeRuled, mostOf } from '../../domain/rulings/settled.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Decided, DecidedAs, Decision } from '../../ports/desk/rulings.ts'
import type { OwnedJob } from '../../ports/queue.ts'
import type { QuestionKey, RegradedAnswer, Ruling, Try } from '../../ports/store/rulings.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { BankQuestion } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { enqueueMany } from '../enqueue.ts'
import { mapInTurns } from '../in-turns.ts'
import { equalAnswers } from './equal-answers.ts'
import { recount } from './recount.ts'
import { settle } from './settle.ts'
import { wordsKey } from './words-key.ts'

export type RuleDeps = Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>

/** How many wordings one decision can cover. */
const mostWordings = 40
/** How many rows one statement saves. */
const playersSaved = 200

/** The question of a decision and its wordings: a representative answer and the text of each. */
type Case = {
  about: QuestionKey
  found: BankQuestion
  wordings: (DecidedAs & { text: string })[]
}

/**
 * Applies a decision about wordings of one question to all equal answers in the workspace, all or nothing. They get a
 * new grade with ledger entries, their disputes are decided, and future answers with the same words get the same grade.
 * Throws `changed-meanwhile` if another admin decided first, and `ruling-contradicts` if the question's author labeled
 * the wording.
 */
export async function ruleOnWords(deps: RuleDeps, visit: Visit, decision: Decision): Promise<Decided> {
  const now = deps.clock.now()
  const one = await readCase(deps, visit, decision)
  checkLabels(one)
  const done = await deps.store.transaction(async (tables) => {
    await tables.workspaces.hold([visit.workspace.id])
    await tables.rounds.holdGrading(one.about)
    const rulings = await decideAll(tables, { player: visit.player, now }, one)
    const regraded = await regradeEqual(tables, one, rulings, { ...decision, now })
    await settle(tables, { ...one.about, question: one.found.question, by: visit.player.id, at: now })
    await noteChange({ store: tables, clock: deps.clock }, visit, 'ruled', {
      mark: sharedMark(one.wordings),
      wordings: String(one.wordings.length),
      changed: String(regraded.changed),
      ...(regraded.players.has(visit.player.id) ? { own: 'yes' } : {}),
      prompt: one.found.question.prompt.slice(0, 200),
    })
    return regraded
  })
  const workspaceId = visit.workspace.id
  await enqueueMany(deps, [
    ...done.notices.map((noticeId): OwnedJob => ({ job: { name: 'tell-ruling', noticeId }, workspaceId })),
    ...done.disputes.map((disputeId): OwnedJob => ({ job: { name: 'tell-dispute', disputeId }, workspaceId })),
  ])
  return { changed: done.changed }
}

async function readCase(deps: RuleDeps, { workspace }: Visit, { wordings }: Decision): Promise<Case> {
  const chosen = wordings.slice(0, mostWordings)
  const read = await Promise.all(
    chosen.map(async (wording) => {
      const { answerId } = wording
      const answer = await deps.store.answers.find(answerId)
      const round = answer && (await deps.store.rounds.find(answer.roundId))
      if (!answer || round?.workspaceId !== workspace.id) throw new QuizError('other-workspace')
      return { ...wording, text: answer.text, round }
    }),
  )
  const [first] = read
  if (!first) throw new QuizError('wording-needed')
  const { questionId, questionVersion } = first.round
  const others = read.some(({ round }) => round.questionId !== questionId || round.questionVersion !== questionVersion)
  if (others || read.some(({ text }) => rulingWords(text) === '')) throw new QuizError('nothing-found')
  const found = await deps.bank.find(first.round)
  const wordingOf = new Map(read.map(({ round: _, ...wording }) => [wordsKey(wording.text), wording]))
  return { about: { workspaceId: workspace.id, questionId, questionVersion }, found, wordings: [...wordingOf.values()] }
}

/** Wordings that the question's author labeled keep their label, so a ruling can't give them a better mark. */
function checkLabels({ found, wordings }: Case): void {
  const labels = new Map(found.question.examples.map(({ answer, verdict }) => [rulingWords(answer), verdict]))
  for (const { text, mark } of wordings) {
    const label = labels.get(rulingWords(text))
    if (label !== undefined && isAbove(mark, label)) throw new QuizError('ruling-contradicts', { label })
  }
}

async function decideAll(
  tables: Tables,
  { player, now }: Pick<Visit, 'player'> & { now: Date },
  { about, found, wordings }: Case,
): Promise<Map<string, Ruling>> {
  const made = new Map<string, Ruling>()
  // In a fixed order, so that two admins who decide about the same wordings can't deadlock.
  const ordered = wordings
    .map((wording) => ({
      ...wording,
      key: wordsKey(wording.text),
      most: wording.most ?? mostOf(wording.mark, gradeAnswer(found.rubric, wording.text).verdict),
    }))
    .toSorted((one, other) => one.key.localeCompare(other.key))
  for (const { key, answerId, revision, mark, most } of ordered) {
    const ruling = { ...about, wordsKey: key, mark, most, decidedBy: player.id, decidedAt: now, answerId }
    const decided = await tables.rulings.decide(ruling, revision)
    if (!decided) throw new QuizError('changed-meanwhile')
    made.set(key, decided)
  }
  return made
}

type Regraded = { changed: number; players: ReadonlySet<number>; notices: number[]; disputes: number[] }

async function regradeEqual(
  tables: Tables,
  { about, found }: Case,
  rulings: ReadonlyMap<string, Ruling>,
  decision: Decision & { now: Date },
): Promise<Regraded> {
  const rulingOf = (text: string) => rulings.get(wordsKey(text))
  const equal = await equalAnswers(tables, about, (text) => rulingOf(text) !== undefined)
  const tries = await tables.rulings.lockTries(equal)
  const at = { workspaceId: about.workspaceId, difficulty: found.question.difficulty, now: decision.now }
  const ruled = (one: Try) => {
    const ruling = rulingOf(one.answer.text)
    // A grade from an accepted dispute is kept.
    if (!ruling || one.grade?.cause === 'dispute') return undefined
    const { grade } = gradeRuled(found.rubric, one.answer.text, ruling)
    // Another round may have been graded with other settled answers. Only points from a ruling are taken back.
    return one.grade && one.grade.cause !== 'ruling' && grade.score < one.grade.score ? undefined : grade
  }
  const byPlayer = [...Map.groupBy(tries, ({ answer }) => `${answer.roundId} ${answer.playerId}`).values()]
  const changes = await mapInTurns(byPlayer, (theirs) => recount(theirs, at, ruled))
  for (let first = 0; first < changes.length; first += playersSaved) {
    await tables.rulingResults.regrade(changes.slice(first, first + playersSaved).flat())
  }
  await tables.rounds.recount([...new Set(changes.flat().map(({ answer }) => answer.roundId))])
  const disputed = tries.filter(({ answer, openDispute }) => openDispute !== undefined && rulingOf(answer.text))
  const disputes = await decideDisputes(tables, disputed, rulings, decision)
  const told = new Set(disputed.map(({ answer }) => answer.playerId))
  const notices = changes.flatMap((rows) => noticeFor(rows, told, rulingOf, about.workspaceId))
  return {
    changed: changes.reduce((sum, rows) => sum + rows.length, 0),
    players: new Set(changes.flat().map(({ answer }) => answer.playerId)),
    notices: await tables.rulingResults.addNotices(notices),
    disputes,
  }
}

async function decideDisputes(
  tables: Tables,
  disputed: readonly Try[],
  rulings: ReadonlyMap<string, Ruling>,
  { note }: Decision,
): Promise<number[]> {
  const [{ decidedBy, decidedAt } = { decidedBy: 0, decidedAt: new Date(0) }] = rulings.values()
  const ids: number[] = []
  for (const { openDispute: id, answer } of disputed) {
    if (id === undefined) continue
    ids.push(id)
    const dispute = await tables.disputes.find(id, 'lock')
    if (dispute?.state !== 'open') throw new QuizError('changed-meanwhile')
    const state = rulings.get(wordsKey(answer.text))?.mark === 'as-graded' ? 'rejected' : 'accepted'
    await tables.disputes.decide(id, {
      state,
      decidedBy,
      decidedAt,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
  }
  return ids
}

/**
 * Each player gets one notification. Players with a dispute are notified about the dispute instead. A change of zero
 * points isn't announced.
 */
function noticeFor(
  rows: readonly RegradedAnswer[],
  told: Set<number>,
  rulingOf: (text: string) => Ruling | undefined,
  workspaceId: number,
): { workspaceId: number; rulingId: number; answerId: number }[] {
  const row = rows.find(({ answer, grade }) => grade.cause === 'ruling' && rulingOf(answer.text))
  const ruling = row && rulingOf(row.answer.text)
  const moved = rows.reduce((sum, { grade }) => sum + grade.earned, 0)
  if (!row || !ruling || moved === 0 || told.has(row.answer.playerId)) return []
  told.add(row.answer.playerId)
  return [{ workspaceId, rulingId: ruling.id, answerId: row.answer.id }]
}
