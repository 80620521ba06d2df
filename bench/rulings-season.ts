// A simulated season of four weeks, to see whether rulings and teaching the grader reduce the number of disputes. Each
// of BENCH_QUESTIONS questions (default 60) is asked once a week. The answers of a week come from one blind trial, and
// are removed from the sorted answers that the grader compares with. A player who is graded below the label disputes.
// At the end of the week an admin opens the desk's inbox, takes the first group of answers, sorts all answers to its
// question by their labels, saves, and starts again, BENCH_PRESSES times for 20 questions (default 15). The same answers
// are also graded without any rulings. With BENCH_DESK=one-by-one, the admin instead rules on every wording that was not
// graded right, without a limit, and adds the patterns that the desk proposes for disputed right answers. With
// BENCH_RUBRICS=drafted, rubrics are drafted by the studio from the model answer, as for a workspace's own questions;
// the bank's rubrics have learned from these trials.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { migrate, openStore } from '../src/adapters/postgres/index.ts'
import { readBankWithExamples } from '../src/adapters/question-files/index.ts'
import { QuizError } from '../src/domain/errors.ts'
import { sortedAnswers } from '../src/domain/question.ts'
import { gradeAnswer } from '../src/domain/rubric/grade-answer.ts'
import type { Verdict } from '../src/domain/rubric/rubric.ts'
import { draftRubric } from '../src/domain/rubric-draft/draft-rubric.ts'
import { isBetter, type Mark } from '../src/domain/rulings/mark.ts'
import { opposite } from '../src/messages/desk/studio.ts'
import type { Visit } from '../src/ports/desk/desk.ts'
import type { Queue } from '../src/ports/queue.ts'
import type { QuestionVersion } from '../src/ports/store/questions.ts'
import { createGrader } from '../src/services/answers/create-grader.ts'
import { compileOverlaid, compileQuestion, openBank } from '../src/services/bank.ts'
import { ruleOnWords } from '../src/services/rulings/rule-on-words.ts'
import { sortAnswers, viewSorting } from '../src/services/rulings/sort-answers.ts'
import { addWay, viewLesson } from '../src/services/rulings/teach.ts'
import { viewRulings } from '../src/services/rulings/view-rulings.ts'
import { pretendChat } from '../test/kit/services/pretend-chat.ts'
import { machineLine } from './costs.ts'

type Written = { question: string; answer: string; label: Verdict }
type Graded = Written & { id: number; verdict: Verdict }

const weeks = 4
const trialsFolder = 'questions/trials'
const drafted = process.env.BENCH_RUBRICS === 'drafted'
const oneByOne = process.env.BENCH_DESK === 'one-by-one'
const pressesFor20 = Number(process.env.BENCH_PRESSES ?? 15)
const mostQuestions = Number(process.env.BENCH_QUESTIONS ?? 60)
const firstDay = Date.parse('2026-03-02T10:00:00Z')
const dayMs = 86_400_000
const people = 12
const markOf: Record<Verdict, Mark> = { correct: 'right', partial: 'half', incorrect: 'as-graded' }

const [loadBefore = 0] = loadavg()
const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-bench-'))
const postgres = await startEmbeddedPostgres({ directory: folder, onProgress: () => {} })
await migrate(postgres.url)
const store = openStore({ url: postgres.url, poolSize: 4, onError: () => {} })
let now = firstDay
const deps = {
  ...{ store, bank: openBank(store), clock: { now: () => new Date(now) }, chat: pretendChat() },
  log: { info() {}, warn() {}, error() {} },
  queue: { add: async () => {}, addMany: async () => {} } as unknown as Queue,
}
try {
  const season = await readSeason()
  await store.questions.load([...season.keys()])
  const played = await play(season)
  console.table(played)
  await mustNots([...season.keys()])
  console.log(machineLine(loadBefore))
} finally {
  await store.close()
  await postgres.stop()
  await rm(folder, { recursive: true })
}

/** Questions with the answers of each week, which the grader has not seen. */
async function readSeason(): Promise<Map<QuestionVersion, Written[][]>> {
  const names = (await readdir(trialsFolder)).filter((name) => /^round-\d+\.jsonl$/.test(name))
  // Sorted by number, which is the order of time.
  names.sort((one, other) => Number(one.match(/\d+/)?.[0]) - Number(other.match(/\d+/)?.[0]))
  const trials = await Promise.all(
    names.map(async (name) => {
      const lines = (await readFile(join(trialsFolder, name), 'utf8')).trim().split('\n')
      return Map.groupBy(
        lines.map((line) => JSON.parse(line) as Written),
        ({ question }) => question,
      )
    }),
  )
  const { bank } = await readBankWithExamples('questions')
  const season = new Map<QuestionVersion, Written[][]>()
  for (const version of bank) {
    const all = trials.flatMap((trial) => trial.get(version.id) ?? [])
    const each = trials.flatMap((trial) => (trial.has(version.id) ? [trial.get(version.id) ?? []] : []))
    if (each.length < weeks || season.size === mostQuestions) continue
    const known = new Set(all.map(({ answer }) => answer))
    const unknown = ({ answer }: { answer: string }) => !known.has(answer)
    season.set(drafted ? asDrafted(version) : without(version, unknown), each.slice(-weeks))
  }
  return season
}

function without(version: QuestionVersion, unknown: (one: { answer: string }) => boolean): QuestionVersion {
  const { examples, sorted = [] } = version.question
  const question = { ...version.question, examples: examples.filter(unknown), sorted: sorted.filter(unknown) }
  return { ...version, question }
}

function asDrafted(version: QuestionVersion): QuestionVersion {
  const { prompt, answer } = version.question
  const { rubric, synonyms } = draftRubric({ question: prompt, references: [answer], tell: opposite })
  return { ...version, synonyms, question: { ...version.question, rubric, examples: [], sorted: [] } }
}

async function play(
  season: Map<QuestionVersion, Written[][]>,
): Promise<Record<string, Record<string, string | number>>> {
  const workspace = await store.workspaces.recognise({ ref: 'slack:TSEASON', name: 'Season' })
  const channel = await store.channels.recognise(workspace.id, { ref: 'slack:TSEASON:C1', name: 'quiz' })
  const players = []
  for (let number = 1; number <= people; number++) {
    players.push(
      await store.players.recognise(workspace.id, { ref: `slack:TSEASON:U${number}`, name: `Player ${number}` }),
    )
  }
  const [player] = players
  if (!player) throw new Error('nobody plays')
  const visit: Visit = {
    workspace,
    player,
    session: { id: 1, workspaceId: workspace.id, playerId: player.id, askedAt: new Date(now) },
  }
  const table: Record<string, Record<string, string | number>> = {}
  const labels = new Map<number, Verdict>()
  for (let week = 0; week < weeks; week++) {
    now = firstDay + week * 7 * dayMs
    const counts = {
      answers: 0,
      disputes: 0,
      alone: 0,
      generous: 0,
      generousAlone: 0,
    }
    const work = { decisions: 0, wordings: 0, taught: 0 }
    for (const [version, answers] of season) {
      const alone = compileQuestion(version).rubric
      const written = (answers[week] ?? []).slice(0, people)
      const graded = await askAndGrade(version, written, { workspace, channel, players })
      for (const { answer, label, verdict } of graded) {
        const plain = gradeAnswer(alone, answer).verdict
        counts.answers++
        counts.disputes += Number(isBetter(label, verdict))
        counts.alone += Number(isBetter(label, plain))
        counts.generous += Number(isBetter(verdict, label))
        counts.generousAlone += Number(isBetter(plain, label))
      }
      for (const { id, label } of graded) labels.set(id, label)
      if (oneByOne) add(work, await decide(visit, graded))
    }
    if (!oneByOne) add(work, await sortMost(visit, Math.round((pressesFor20 * season.size) / 20), labels))
    table[`week ${week + 1}`] = {
      answers: counts.answers,
      disputes: counts.disputes,
      'disputes if nobody rules': counts.alone,
      'too generous': counts.generous,
      'too generous if nobody rules': counts.generousAlone,
      ...{ decisions: work.decisions, 'wordings decided': work.wordings, taught: work.taught },
    }
    console.log(`Week ${week + 1}: ${counts.disputes} disputes in ${counts.answers} answers`)
  }
  return table
}

type Stage = {
  workspace: { id: number }
  channel: { id: number }
  players: { id: number }[]
}

async function askAndGrade(
  { id, version }: QuestionVersion,
  written: Written[],
  { workspace, channel, players }: Stage,
): Promise<Graded[]> {
  const current = (await store.questions.current()).find((one) => one.id === id)
  const round = await store.rounds.create({
    ...{
      workspaceId: workspace.id,
      channelId: channel.id,
      questionId: id,
      questionVersion: current?.version ?? version,
    },
    ...{ kind: 'extra', localDate: new Date(now).toISOString().slice(0, 10), attempts: 2, createdAt: new Date(now) },
  })
  if (!round) throw new Error('no round')
  await store.rounds.change(round.id, { state: 'open', openedAt: new Date(now) })
  const grade = createGrader(deps)
  const graded: Graded[] = []
  for (const [place, one] of written.entries()) {
    const received = await store.answers.receive({
      ...{ roundId: round.id, playerId: players[place]?.id ?? 0, attempt: 1, text: one.answer },
      ...{ eventId: `${round.id}-${place}`, receivedAt: new Date(now), fingerprint: `nobody ${place}` },
    })
    if (!received) throw new Error('an answer was refused')
    await grade(received.answer.id)
    const found = await store.grades.newest(received.answer.id)
    if (!found) throw new Error('an answer has no grade')
    graded.push({ ...one, id: received.answer.id, verdict: found.verdict })
    if (isBetter(one.label, found.verdict)) {
      const playerId = players[place]?.id ?? 0
      await store.disputes.open({
        workspaceId: workspace.id,
        answerId: received.answer.id,
        playerId,
        openedAt: new Date(now),
      })
    }
  }
  await store.rounds.change(round.id, { state: 'closed', closedAt: new Date(now), revealedAt: new Date(now) })
  return graded
}

/** What an admin did: how often they pressed a button, on how many wordings, and how many patterns they added. */
type Work = { decisions: number; wordings: number; taught: number }

function add(work: Work, more: Work): void {
  work.decisions += more.decisions
  work.wordings += more.wordings
  work.taught += more.taught
}

/** Sorts the answers to the first question of the inbox, then to the first of those that are left, and so on. */
async function sortMost(visit: Visit, presses: number, labels: ReadonlyMap<number, Verdict>): Promise<Work> {
  const work = { decisions: 0, wordings: 0, taught: 0 }
  while (work.decisions < presses) {
    const [first] = (await viewRulings(deps, visit)).groups
    const shown = first?.wordings[0] && (await viewSorting(deps, visit, first.wordings[0].answerId))
    if (!shown || shown.wordings.length === 0) break
    const wordings = shown.wordings.map(({ answerId, revision, verdict }) => ({
      ...{ answerId, revision, verdict: labels.get(answerId) ?? verdict },
    }))
    await sortAnswers(deps, visit, { wordings, note: '' })
    add(work, { decisions: 1, wordings: wordings.length, taught: 0 })
  }
  return work
}

/** Does an admin's work for one question: rules on each wording that was not graded right, then teaches the grader. */
async function decide(visit: Visit, graded: Graded[]): Promise<Work> {
  let [rulings, taught] = [0, 0]
  for (const { id, label, verdict } of graded) {
    if (verdict === 'correct') continue
    const mark = isBetter(label, verdict) ? markOf[label] : 'as-graded'
    try {
      await ruleOnWords(deps, visit, { note: '', wordings: [{ answerId: id, revision: 0, mark }] })
      rulings++
    } catch (error) {
      // An author labeled the same words, or they were ruled on in an earlier week.
      if (!(error instanceof QuizError)) throw error
    }
  }
  for (const { id, label, verdict } of graded) {
    if (label !== 'correct' || verdict === 'correct') continue
    const view = await viewLesson(deps, visit, id)
    if (!view?.proposed || !view.effect || view.effect.refused || view.effect.after !== 'correct') {
      continue
    }
    await addWay(deps, visit, id, view.form, view.seen)
    taught++
  }
  return { decisions: rulings + taught, wordings: rulings, taught }
}

/** Every labeled text that the grader knew and every wording that was not ruled right, after all that was learned. */
async function mustNots(versions: QuestionVersion[]): Promise<void> {
  const labeled = { looked: 0, passed: 0 }
  const ruled = { looked: 0, passed: 0 }
  for (const version of versions) {
    const [newest] = await store.overlays.newest({ questionId: version.id })
    const overlay = newest && (await store.overlays.find(newest.workspaceId, newest.id))
    if (!overlay) continue
    const [before, after] = [compileQuestion(version).rubric, compileOverlaid(version, overlay).rubric]
    for (const [texts, counts] of [
      [sortedAnswers(version.question), labeled],
      [overlay.texts, ruled],
    ] as const) {
      for (const { answer, verdict: most } of texts) {
        if (most === 'correct') continue
        counts.looked++
        const [was, is] = [gradeAnswer(before, answer).verdict, gradeAnswer(after, answer).verdict]
        if (isBetter(is, most) && isBetter(is, was)) counts.passed++
      }
    }
  }
  console.log(
    `Of ${labeled.looked} labeled answers that must not pass, ${labeled.passed} pass because of what was learned`,
  )
  console.log(`Of ${ruled.looked} wordings that were not ruled right, ${ruled.passed} pass because of what was learned`)
}
