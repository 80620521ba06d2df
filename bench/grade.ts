// How fast the rubric engine grades on one core, in processor time, compared with a simple baseline (lowercase, split,
// look up) in the same run.
import { readBank } from '../src/adapters/question-files/index.ts'
import { sortedAnswers } from '../src/domain/question.ts'
import { compileRubric } from '../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../src/domain/rubric/grade-answer.ts'
import { maximumAnswerLength } from '../src/domain/rubric/limits.ts'
import type { Rubric } from '../src/domain/rubric/rubric.ts'

const rubric: Rubric = {
  points: [
    {
      id: 'temporary',
      label: 'It is temporary',
      says: [
        'temporary',
        'short-lived',
        '@ephemeral',
        '(goes away|stops|ends|disappears) ... (done|finished|exits|completes)',
        'not (persistent|permanent)',
      ],
    },
    {
      id: 'admin',
      label: 'It is for admin tasks',
      says: [
        '(admin|maintenance|manual) (task|job|work|command)?',
        '(run|do) ... (script|command|task) ... (once|by hand|manually)',
        'database? migration',
        '`heroku run`',
        '(console|shell|repl|bash)',
      ],
    },
    {
      id: 'isolated',
      label: 'It has a container of its own',
      says: [
        'own container',
        'isolat* & dyno',
        'apart from ... web',
        '[separate dyno]',
        'does not (slow|affect) ... web',
      ],
    },
    {
      id: 'logs',
      label: 'Its output goes to the terminal',
      says: ['output ... (terminal|console)', 'stdout', 'attach* ... terminal', 'interactive session?', 'see & output'],
    },
    {
      id: 'limits',
      label: 'It ends after a day',
      says: ['>= 24 h', 'cycle ... (day|daily)', 'restart & day', 'at most 50', '(idle|inactive) ... 1 hour'],
    },
  ],
}
const synonyms = { ephemeral: ['ephemeral', 'transient', 'throwaway', 'disposable'] }

const pieces = [
  'A one-off dyno is a temporary container that runs a single command and then goes away when it is done,',
  'you start it with heroku run, for instance for database migrations or to open a rails console.',
  'It does not get any web traffic from the router, because only web dynos do that.',
  'It has its own copy of the code and config vars, so a heavy script does not slow the web dynos.',
  'Anything written to the disk is lost, since the filesytem is ephemeral.',
  'After 24 hours it is cycled like every other dyno on the platform.',
  "I think it's used by admins who must fix somthing by hand in production,",
  'but I am not really sure about the details, sorry, maybe it is more like a worker.',
  'The output is attached to your terminal so that you see what happens.',
  'We used bin/rake db:migrate and `heroku run bash` for that at my last job.',
]

/** Different answers of 40 words, the same in each run. */
function makeAnswers(count: number): string[] {
  const words = pieces.join(' ').split(' ')
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  return Array.from({ length: count }, () => {
    const from = next(words.length)
    const turned = [...words.slice(from), ...words.slice(0, from)].slice(0, 40)
    turned[next(40)] = `word${next(1000)}`
    return turned.join(' ')
  })
}

const wanted = new Set(
  rubric.points.flatMap((point) =>
    (point.says ?? [])
      .join(' ')
      .toLowerCase()
      .split(/[^a-z]+/),
  ),
)

function baseline(answer: string): number {
  let hits = 0
  for (const word of answer.toLowerCase().split(/[^a-z]+/)) if (wanted.has(word)) hits++
  return hits
}

/** Microseconds of this process's processor time, which other programs don't affect. */
function cpuUs(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

function time(answers: readonly string[], grade: (answer: string) => unknown): number[] {
  const took: number[] = []
  for (const answer of answers) {
    const start = cpuUs()
    grade(answer)
    took.push(cpuUs() - start)
  }
  return took.sort((a, b) => a - b)
}

/** Answers per second of processor time, measured over the whole run, so that reading the clock doesn't count. */
function rate(answers: readonly string[], grade: (answer: string) => unknown): number {
  const start = cpuUs()
  for (const answer of answers) grade(answer)
  return answers.length / ((cpuUs() - start) / 1_000_000)
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0

const context = { synonyms, prompt: 'What is a one-off dyno, and what would you use one for?' }
// The sorted answers are those of the bank's question on the same subject.
const asked = (await readBank('questions')).find(({ id }) => id === 'one-off-dyno-what')
if (!asked) throw new Error('the bank has no question about one-off dynos')
const sorted = sortedAnswers(asked.question)
const compiled = compileRubric(rubric, { ...context, sorted })
const alone = compileRubric(rubric, context)
const grade = (answer: string): unknown => gradeAnswer(compiled, answer)
const gradeAlone = (answer: string): unknown => gradeAnswer(alone, answer)
const answers = makeAnswers(20_000)
rate(answers, grade)
rate(answers, gradeAlone)
rate(answers, baseline)

// Both take turns and the best run of each counts, so that other programs affect both equally.
const rounds = Array.from({ length: 5 }, () => ({
  engine: rate(answers, grade),
  alone: rate(answers, gradeAlone),
  bare: rate(answers, baseline),
}))
const engine = Math.max(...rounds.map((round) => round.engine))
const bare = Math.max(...rounds.map((round) => round.bare))
const single = time(answers, grade)
console.log(
  `engine    ${Math.round(engine)} answers/s of processor time (40 words, 5 points of 5 patterns, best of ${rounds.length} rounds)`,
)
console.log(
  `          ${Math.round(Math.max(...rounds.map((round) => round.alone)))} answers/s by the rubric alone, without ${sorted.length} sorted answers`,
)
console.log(`          p50 ${at(single, 0.5).toFixed(1)} µs, p99 ${at(single, 0.99).toFixed(1)} µs`)
console.log(`baseline  ${Math.round(bare)} answers/s; the engine takes ${(bare / engine).toFixed(1)} times as long`)

const hostile: [string, string][] = [
  ['one letter', 'a'.repeat(maximumAnswerLength)],
  ['negations', 'not '.repeat(maximumAnswerLength / 4)],
  ['commas after a negation', `not ${'a, '.repeat(maximumAnswerLength / 3)}`],
  ['misspelt words', 'temprary migratoin filesytm '.repeat(36)],
  ['one half of a pattern', 'goes away '.repeat(maximumAnswerLength / 10)],
  ['numbers', '24 h or '.repeat(maximumAnswerLength / 8)],
  ['marks on a letter', `a${'\u0301'.repeat(maximumAnswerLength - 1)}`],
  ['lone surrogates', '\ud800'.repeat(maximumAnswerLength)],
  ['Han', '临'.repeat(maximumAnswerLength)],
  ['dots', '.'.repeat(maximumAnswerLength)],
  ['code', 'a.b:c=d_'.repeat(maximumAnswerLength / 8)],
]
// The same text takes the same steps each time. Time beyond the median comes from the compiler and the garbage
// collector, whose threads count as this process's time. It may occur in any repetition (`node --trace-gc
// --trace-deopt`).
const medians = hostile.map(([name, text]) => {
  const took = time(Array(200).fill(text.slice(0, maximumAnswerLength)), grade).map((us) => us / 1000)
  const median = at(took, 0.5)
  console.log(
    `hostile   ${name}: p50 ${median.toFixed(2)} ms, p99 ${at(took, 0.99).toFixed(2)} ms, worst of ${took.length} ${at(took, 1).toFixed(2)} ms`,
  )
  return { name, median }
})
const slowest = medians.toSorted((one, other) => other.median - one.median)[0]
console.log(`          the slowest, ${slowest?.name}, takes ${slowest?.median.toFixed(2)} ms in the median`)
