import { writeFile } from 'node:fs/promises'
import { readBankWithExamples } from '../src/adapters/question-files/index.ts'
import type { LabelledExample, Question } from '../src/domain/question.ts'
import { compileRubric } from '../src/domain/rubric/compile-rubric.ts'
import { prepareComparison } from '../src/domain/rubric/drafts/comparison.ts'
import { compareDraft } from '../src/domain/rubric/drafts/draft-features.ts'
import { gradeAnswer } from '../src/domain/rubric/grade-answer.ts'
import { readStance } from '../src/domain/rubric/negation/negation.ts'
import { marks } from '../src/domain/rubric/precedents/precedents.ts'
import { termsOf } from '../src/domain/rubric/precedents/terms.ts'
import { readText } from '../src/domain/rubric/text/read-text.ts'
import { draftRubric } from '../src/domain/rubric-draft/draft-rubric.ts'
import { type Learnt, learnWeights, likeliestMark, scaleOf, writeLearnt } from './learning.ts'

// Learns src/domain/rubric/drafts/draft-weights.ts. For each built-in question, a rubric is drafted from its prompt and
// model answer. The sorted answers are none, every other one of the first or the last twenty examples (by one person),
// or ten, twenty or forty answers by many people. The weights are learned from the other answers. `--held-out` learns
// from half of the topics and prints how well the weights grade the other half. The packs in questions/samples are
// never read.

type Case = { topic: string; sorted: string; drafted: number; label: number; features: number[] }

/** The sorted answers, and the other answers by the same person. */
type Sorting = { name: string; known: LabelledExample[]; own?: LabelledExample[] }

const file = 'src/domain/rubric/drafts/draft-weights.ts'
/** The number of answers of each mark, by many people. */
const counts = { ten: [3, 3, 4], twenty: [6, 6, 8], forty: [12, 12, 16] }
const casesEach = { own: 10, others: 20 }
const nothing = 'nothing'

const { bank } = await readBankWithExamples('questions')
const cases = bank.flatMap(({ question }) => casesOf(question))
if (process.argv.includes('--held-out')) heldOut()
else {
  const byModel = learn(cases.filter(isBare))
  const bySorted = learn(cases.filter((one) => !isBare(one)))
  await writeFile(
    file,
    writeLearnt({ byModel, bySorted }, 'scripts/learn-draft-weights.ts from the built-in questions'),
  )
}

function casesOf({ prompt, answer, topic, examples, sorted = [] }: Question): Case[] {
  const { rubric, synonyms } = draftRubric({ question: prompt, references: [answer] })
  const compiled = compileRubric({ ...rubric, draft: false }, { prompt, synonyms })
  const all = [...examples, ...sorted]
  return sortingsOf(examples, all).flatMap(({ name, known, own = [] }, turn) => {
    const comparison = prepareComparison(prompt, [{ answer, verdict: 'correct' }, ...known])
    if (!comparison || (known.length > 0 && !comparison.sorted)) return []
    const others = all.filter((one) => !known.includes(one) && !own.includes(one))
    const caseOf = (name: string, one: LabelledExample): Case[] => {
      const text = readText(one.answer)
      const terms = termsOf(text, readStance(text))
      if (terms.clauses.length === 0) return []
      const { score, verdict } = gradeAnswer(compiled, one.answer)
      const drafted = marks.indexOf(verdict)
      const features = compareDraft(comparison, terms, score)
      return [{ topic, sorted: name, drafted, label: marks.indexOf(one.verdict), features }]
    }
    return [
      ...spread(own, casesEach.own, turn).flatMap((one) => caseOf(`${name}, the same person`, one)),
      ...spread(others, casesEach.others, turn).flatMap((one) => caseOf(name, one)),
    ]
  })
}

function sortingsOf(examples: readonly LabelledExample[], all: readonly LabelledExample[]): Sorting[] {
  return [
    { name: nothing, known: [] },
    { name: 'half of the first twenty', ...halved(examples.slice(0, 20)) },
    { name: 'half of the last twenty', ...halved(examples.slice(-20)) },
    ...Object.entries(counts).map(([name, ofEach], turn) => ({
      name,
      known: marks.flatMap((mark, i) =>
        spread(
          all.filter(({ verdict }) => verdict === mark),
          ofEach[i] ?? 0,
          turn,
        ),
      ),
    })),
  ]
}

/** Every other answer of each mark is known. */
function halved(some: readonly LabelledExample[]): { known: LabelledExample[]; own: LabelledExample[] } {
  const byMark = [...Map.groupBy(some, ({ verdict }) => verdict).values()]
  const every = (rest: number) => byMark.flatMap((ofMark) => ofMark.filter((_, at) => at % 2 === rest))
  return { known: every(0), own: every(1) }
}

/** This many answers, evenly distributed over the list, and different ones in each turn. */
function spread(all: readonly LabelledExample[], count: number, turn: number): LabelledExample[] {
  const step = all.length / count
  if (step <= 1) return [...all]
  return Array.from({ length: count }, (_, i) => all.at(Math.floor(step * (i + turn / 6)) % all.length)).flatMap(
    (one) => one ?? [],
  )
}

function isBare({ sorted }: Case): boolean {
  return sorted === nothing
}

function learn(known: readonly Case[]): Learnt {
  const scale = scaleOf(known.map((one) => one.features))
  const weights = learnWeights(known.map(({ label, features }) => ({ label, inputs: inputsOf(features, scale) })))
  return { ...scale, weights }
}

function inputsOf(features: readonly number[], { means, spreads }: Pick<Learnt, 'means' | 'spreads'>): Float64Array {
  const scaled = features.map((feature, i) => (feature - (means[i] ?? 0)) / (spreads[i] || 1))
  return Float64Array.from([...scaled, 1])
}

function heldOut(): void {
  const topics = [...new Set(cases.map(({ topic }) => topic))].toSorted()
  const first = new Set(topics.filter((_, at) => at % 2 === 0))
  const graded = [true, false].flatMap((held) =>
    [true, false].flatMap((bare) => {
      const some = cases.filter((one) => isBare(one) === bare)
      const { weights, ...scale } = learn(some.filter(({ topic }) => first.has(topic) !== held))
      return some
        .filter(({ topic }) => first.has(topic) === held)
        .map((one) => ({ ...one, compared: likeliestMark(weights, inputsOf(one.features, scale)) }))
    }),
  )
  for (const [sorted, some] of Map.groupBy(graded, (one) => one.sorted)) {
    const share = (right: (one: (typeof some)[number]) => boolean): string =>
      `${((100 * some.filter(right).length) / some.length).toFixed(1)} %`
    const called = (label: number, as: number): string => share((one) => one.label === label && one.compared === as)
    console.log(
      `${sorted}: ${some.length} answers, the draft alone ${share((one) => one.drafted === one.label)}, compared ${share((one) => one.compared === one.label)}; of all, right called wrong ${called(2, 0)}, wrong called right ${called(0, 2)}`,
    )
  }
}
