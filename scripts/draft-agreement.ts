// How well drafted rubrics agree with the labeled answers of their questions, one line per pack: by the draft's ideas
// alone, as the draft grades before anything is sorted, after all answers are sorted, and after accepting the studio's
// first suggested change repeatedly. `other half` is the agreement on every other answer of each mark, after the rest
// were sorted. `--bank` uses every eighth built-in question and twenty of its labeled answers instead of the sample
// packs. Drafting was developed with these. With `--thesaurus`, drafts have related words, as if WordNet were
// installed.
import { readBankWithExamples, readPack } from '../src/adapters/question-files/index.ts'
import { openThesaurus } from '../src/adapters/thesaurus/index.ts'
import { compileAsPack } from '../src/domain/packs/compile-as-pack.ts'
import { findOffers, withOffer } from '../src/domain/packs/offers.ts'
import { gradeSorted, type SortedAnswer } from '../src/domain/packs/sorted-answers.ts'
import { type LabelledExample, type Question, sortedAnswers } from '../src/domain/question.ts'
import type { CompiledRubric } from '../src/domain/rubric/compiled-rubric.ts'
import { prepareComparison } from '../src/domain/rubric/drafts/comparison.ts'
import type { Rubric } from '../src/domain/rubric/rubric.ts'
import { draftRubric } from '../src/domain/rubric-draft/draft-rubric.ts'
import { opposite } from '../src/messages/desk/studio.ts'

/** The number of changes after which an author would rather write the rubric. */
const mostPresses = 20

const thesaurus = process.argv.includes('--thesaurus') ? openThesaurus() : undefined
const reading = { exactSpelling: false, language: 'en' }

const packs = process.argv.includes('--bank')
  ? new Map([['built-in', await builtIn()]])
  : new Map([
      ['git', await samples('git')],
      ['first-aid', await samples('first-aid')],
    ])
for (const [pack, questions] of packs) report(pack, questions)

async function samples(pack: string): Promise<Question[]> {
  const { questions } = await readPack(`questions/samples/${pack}`)
  return questions.map(({ question }) => question)
}

async function builtIn(): Promise<Question[]> {
  const { bank } = await readBankWithExamples('questions')
  const some = bank.filter((_, at) => at % 8 === 0)
  return some.map(({ question: { sorted: _, ...question } }) => {
    const every = Math.max(1, Math.floor(question.examples.length / 20))
    return { ...question, examples: question.examples.filter((_, at) => at % every === 0).slice(0, 20) }
  })
}

type Count = {
  alone: number
  drafted: number
  sorted: number
  offered: number
  otherDrafted: number
  other: number
  otherOffered: number
}

function report(pack: string, questions: readonly Question[]): void {
  const counts: Count = { alone: 0, drafted: 0, sorted: 0, offered: 0, otherDrafted: 0, other: 0, otherOffered: 0 }
  const all = { answers: 0, others: 0, presses: 0 }
  for (const question of questions) {
    const { answers, compileWith, drafted } = startOf(question)
    const others = answersOf({ examples: halfOf(question.examples, 1) })
    const alone = compileWith({ ...question, examples: [] })({ ...drafted, draft: false })
    counts.alone += agreed(alone, answers)
    counts.drafted += agreed(compileWith({ ...question, examples: [] })(drafted), answers)
    counts.otherDrafted += agreed(compileWith({ ...question, examples: [] })(drafted), others)
    counts.sorted += agreed(compileWith(question)(drafted), answers)
    const { rubric, presses } = takeOffers(drafted, question, compileWith(question))
    counts.offered += agreed(compileWith(question)(rubric), answers)
    const known = { ...question, examples: halfOf(question.examples, 0) }
    counts.other += agreed(compileWith(known)(drafted), others)
    counts.otherOffered += agreed(compileWith(known)(takeOffers(drafted, known, compileWith(known)).rubric), others)
    all.answers += answers.length
    all.others += others.length
    all.presses += presses
  }
  const share = (count: number, of = all.answers) => `${((100 * count) / of).toFixed(1)} %`
  console.log(
    `${pack}: ${questions.length} questions, ${all.answers} labelled answers; ideas alone ${share(counts.alone)}, drafted ${share(counts.drafted)}, sorted ${share(counts.sorted)}, after offers ${share(counts.offered)} with ${(all.presses / questions.length).toFixed(1)} presses a question; other half ${share(counts.otherDrafted, all.others)}, sorted ${share(counts.other, all.others)}, after offers ${share(counts.otherOffered, all.others)}`,
  )
}

type Compile = (rubric: Rubric) => CompiledRubric

function startOf(question: Question): {
  answers: SortedAnswer[]
  compileWith: (known: Question) => Compile
  drafted: Rubric
} {
  const { prompt, answer } = question
  const { rubric, synonyms } = draftRubric({ question: prompt, references: [answer], tell: opposite }, thesaurus)
  const compileWith = (known: Question): Compile => {
    const comparison = prepareComparison(prompt, sortedAnswers(known))
    return (one) => compileAsPack(one, { prompt, synonyms, comparison }, reading)
  }
  return { answers: answersOf(question), compileWith, drafted: rubric }
}

function halfOf(examples: readonly LabelledExample[], rest: 0 | 1): LabelledExample[] {
  return [...Map.groupBy(examples, ({ verdict }) => verdict).values()].flatMap((some) =>
    some.filter((_, at) => at % 2 === rest),
  )
}

function answersOf({ examples }: Pick<Question, 'examples'>): SortedAnswer[] {
  return examples.map(({ answer, verdict }) => ({ text: answer, label: verdict }))
}

function agreed(compiled: CompiledRubric, answers: readonly SortedAnswer[]): number {
  return gradeSorted(compiled, answers).filter((one) => one.label === one.grade.verdict).length
}

function takeOffers(drafted: Rubric, question: Question, compile: Compile): { rubric: Rubric; presses: number } {
  let rubric = drafted
  for (let presses = 0; presses < mostPresses; presses++) {
    const graded = gradeSorted(compile(rubric), answersOf(question))
    const [first] = findOffers(rubric, question.prompt, graded, compile).flatMap((one) => one.offers)
    if (first === undefined) return { rubric, presses }
    rubric = withOffer(rubric, first, '-')
  }
  return { rubric, presses: mostPresses }
}
