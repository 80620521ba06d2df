// Compares the predictions of the team memory model with the actual results: Brier scores of the share of right
// answers, in rounds that the model has not seen. It uses the `rounds.csv` files from the desk that are given as
// arguments, or simulated teams if there are none.
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { recall, retraced, type Trace } from '../src/domain/memory/fade.ts'
import { dayOf, rememberTeam, type TeamRound, usualPriors } from '../src/domain/memory/team-memory.ts'
import { difficulties } from '../src/domain/question.ts'
import { type Crowd, playChannel, type World } from './forgetful-people.ts'

const heldOut = 60
const roundsEach = 200

const worlds: World[] = [
  { name: 'usual', learning: 0.8, forgetting: 0.5, topicSpread: 0.8 },
  { name: 'learns much, forgets slowly', learning: 2.5, forgetting: 0.5, topicSpread: 0.8 },
  { name: 'learns much, forgets fast', learning: 2.5, forgetting: 1, topicSpread: 0.8 },
  { name: 'never learns', learning: 0, forgetting: 0.5, topicSpread: 0.8 },
  { name: 'topics alike', learning: 0.8, forgetting: 0.5, topicSpread: 0.3 },
]

const crowds: Crowd[] = (['in turns', 'by chance', 'in blocks'] as const).flatMap((order) =>
  [
    { people: 5, topics: 8 },
    { people: 8, topics: 13 },
    { people: 12, topics: 25 },
    { people: 25, topics: 25 },
  ].map((size) => ({ ...size, order })),
)

/** Seeds that were not used to find the weights. */
const firstSeed = 20_261_129

type Guess = (past: readonly TeamRound[], next: TeamRound) => number

const guesses: Record<string, Guess> = {
  'base rate so far': (past) => shareOf(past) ?? 0.5,
  'mean of the topic so far': (past, { topic }) =>
    shareOf(past.filter((one) => one.topic === topic)) ?? shareOf(past) ?? 0.5,
  'FSRS as it is': (past, { topic, date }) => {
    const trace = past.reduce<Trace | undefined>(
      (before, one) => (one.topic === topic ? retraced(before, one.correct / one.answered, dayOf(one.date)) : before),
      undefined,
    )
    return trace ? recall(trace, dayOf(date)) : (shareOf(past) ?? 0.5)
  },
  'FSRS with a level': (past, next) => rememberTeam(past, only([0, 3])).expects(next, next.date),
  'without FSRS': (past, next) => rememberTeam(past, only([0, 1, 2])).expects(next, next.date),
  'the memory': (past, next) => rememberTeam(past).expects(next, next.date),
}

const files = process.argv.slice(2)
if (files.length === 0) {
  for (const [number, world] of worlds.entries()) {
    report(
      `simulated: ${world.name}`,
      crowds.map((crowd, channel) => playChannel(world, crowd, roundsEach, firstSeed + 100 * number + channel)),
    )
  }
  console.log('recorded: none. The repository has no answers with dates over months; give files of /desk/rounds.csv')
}
for (const file of files) report(`recorded: ${file}`, channelsOf(await readFile(file, 'utf8')))

/** Leaves out rounds that nobody answered, which can't be predicted. */
function report(name: string, channels: readonly (readonly TeamRound[])[]): void {
  const answered = channels.map((rounds) => rounds.filter((round) => round.answered > 0))
  const long = answered.filter((rounds) => rounds.length >= 2 * heldOut)
  console.log(
    `${name}: ${long.length} channels, ${roundsIn(long)} rounds, the last ${heldOut} of each held out` +
      (long.length < channels.length
        ? `; ${channels.length - long.length} shorter than ${2 * heldOut} rounds left out`
        : ''),
  )
  if (long.length === 0) return
  const base = scores(long, guesses['base rate so far'] ?? (() => 0.5))
  for (const [guess, make] of Object.entries(guesses)) {
    const next = scores(long, make)
    const frozen = scores(long, make, 'frozen')
    const better = next.channels.filter((score, at) => score <= 0.9 * (base.channels[at] ?? 0)).length
    console.log(
      `  ${guess.padEnd(25)} shares ${next.shares.toFixed(4)} (${change(next.shares, base.shares)}), answers ${next.answers.toFixed(4)}` +
        ` (${change(next.answers, base.answers)}), a tenth better in ${better} of ${long.length} channels;` +
        ` shares with nothing learned since the first held out ${frozen.shares.toFixed(4)}`,
    )
  }
}

/** Mean squared errors: of shares with each round counted once, and of answers with each answer counted as 0 or 1. */
function scores(channels: readonly (readonly TeamRound[])[], guess: Guess, since?: 'frozen') {
  const rounds = channels.map((all) =>
    all.slice(-heldOut).map((next, at) => {
      const known = all.length - heldOut + (since === 'frozen' ? 0 : at)
      const share = next.correct / next.answered
      const error = (guess(all.slice(0, known), next) - share) ** 2
      return { error, count: next.answered, spread: share * (1 - share) }
    }),
  )
  const all = rounds.flat()
  const answers = all.reduce((sum, { count }) => sum + count, 0)
  return {
    channels: rounds.map((one) => mean(one.map(({ error }) => error))),
    shares: mean(all.map(({ error }) => error)),
    answers: all.reduce((sum, { error, count, spread }) => sum + count * (error + spread), 0) / answers,
  }
}

/** Priors that leave out every signal except these. */
function only(signs: readonly number[]): typeof usualPriors {
  return usualPriors.map((prior, at) => (signs.includes(at) ? prior : { start: 0, hold: 1e9 }))
}

function shareOf(rounds: readonly TeamRound[]): number | undefined {
  const answered = rounds.reduce((sum, round) => sum + round.answered, 0)
  return answered === 0 ? undefined : rounds.reduce((sum, { correct }) => sum + correct, 0) / answered
}

/** Oldest first, by channel. */
function channelsOf(csv: string): TeamRound[][] {
  const rows = parse(csv, { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[]
  const rounds = rows.map((row) => ({
    channel: row.channel ?? '',
    date: row.date ?? '',
    topic: row.topic ?? '',
    difficulty: difficulties.find((one) => one === row.difficulty) ?? 'medium',
    answered: Number(row.answered),
    correct: Number(row.right),
  }))
  const sorted = rounds.toSorted((a, b) => a.date.localeCompare(b.date))
  return [...Map.groupBy(sorted, ({ channel }) => channel).values()]
}

function roundsIn(channels: readonly (readonly TeamRound[])[]): number {
  return channels.reduce((sum, rounds) => sum + rounds.length, 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function change(score: number, base: number): string {
  const percent = Math.round((score / base - 1) * 1000) / 10
  return `${percent > 0 ? '+' : ''}${percent} %`
}
