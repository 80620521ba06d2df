import { readdir, readFile, writeFile } from 'node:fs/promises'
import { readBankWithExamples } from '../src/adapters/question-files/index.ts'
import { sortedAnswers } from '../src/domain/question.ts'
import { readStance } from '../src/domain/rubric/negation/negation.ts'
import { compare } from '../src/domain/rubric/precedents/compare.ts'
import { mayRise, ownWords } from '../src/domain/rubric/precedents/judge.ts'
import { compilePrecedents, marks } from '../src/domain/rubric/precedents/precedents.ts'
import { termsOf } from '../src/domain/rubric/precedents/terms.ts'
import { inputsOf } from '../src/domain/rubric/precedents/weigh.ts'
import type { Verdict } from '../src/domain/rubric/rubric.ts'
import { readPrompt } from '../src/domain/rubric/text/prompt-words.ts'
import { readText } from '../src/domain/rubric/text/read-text.ts'
import { type Learnt, learnWeights, likeliestMark, scaleOf, writeLearnt } from './learning.ts'

// Learns src/domain/rubric/precedents/weights.ts from the first looks of blind trials: the rubric's verdict on each
// answer before anybody had improved the rubric, and the verdict by people. An answer is never compared with answers of
// the same trial. `--held-out` also prints how well each trial is graded by weights that were learned from the others.

type Row = { question: string; answer: string; label: Verdict; verdict: Verdict; score: number }
type Case = { round: string; verdict: Verdict; score: number; label: number; features: number[]; own: number }

const folder = 'questions/trials'
const file = 'src/domain/rubric/precedents/weights.ts'

const cases = await readCases()
if (process.argv.includes('--held-out')) heldOut()
else await writeFile(file, writeLearnt(learn(cases), 'scripts/learn-weights.ts from the first looks of blind trials'))

async function readCases(): Promise<Case[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.grades.jsonl')).toSorted()
  const rounds = await Promise.all(
    names.map(async (name) => {
      const lines = (await readFile(`${folder}/${name}`, 'utf8')).trim().split('\n')
      return { round: name, rows: lines.map((line) => JSON.parse(line) as Row) }
    }),
  )
  const { bank } = await readBankWithExamples('questions')
  const questions = new Map(bank.map(({ id, question }) => [id, question]))
  return rounds.flatMap(({ round, rows }) =>
    [...Map.groupBy(rows, ({ question }) => question)].flatMap(([id, mine]) => {
      const question = questions.get(id)
      const own = new Set(mine.map(({ answer }) => answer))
      const precedents = question && compilePrecedents(sortedAnswers(question).filter(({ answer }) => !own.has(answer)))
      if (!precedents) return []
      const asked = readPrompt(question.prompt).stems
      return mine.flatMap(({ answer, label, verdict, score }): Case[] => {
        const text = readText(answer)
        const terms = termsOf(text, readStance(text))
        if (terms.clauses.length === 0) return []
        const features = compare(precedents, terms, score)
        return [{ round, verdict, score, label: marks.indexOf(label), features, own: ownWords(text, asked) }]
      })
    }),
  )
}

function learn(known: readonly Case[]): Learnt {
  const scale = scaleOf(known.map((one) => one.features))
  const inputs = known.map(({ verdict, label, features }) => ({
    label,
    inputs: Float64Array.from(inputsOf(verdict, features, scale)),
  }))
  return { ...scale, weights: learnWeights(inputs) }
}

function heldOut(): void {
  for (const round of new Set(cases.map((one) => one.round))) {
    const { weights, ...scale } = learn(cases.filter((one) => one.round !== round))
    const held = cases.filter((one) => one.round === round)
    const agreed = held.filter(({ verdict, label, ...one }) => {
      const mark = likeliestMark(weights, inputsOf(verdict, one.features, scale))
      const from = marks.indexOf(verdict)
      return (mark > from && !mayRise(one.score, one.features, one.own) ? from : mark) === label
    })
    const alone = held.filter(({ verdict, label }) => marks[label] === verdict)
    const share = (some: readonly Case[]): string => `${((100 * some.length) / held.length).toFixed(1)} %`
    console.log(
      `${round}: ${held.length} answers, the rubric alone ${share(alone)}, with sorted answers ${share(agreed)}`,
    )
  }
}
