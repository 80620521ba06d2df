// How well drafted rubrics of the sample packs agree with the labelled answers of their questions: as they are drafted, and
// after the changes that the studio offers were taken, the first one each time. Prints a line a pack.
// With `--thesaurus`, drafts have related words, as on a machine where WordNet is installed; a server has none.
import { readPack } from '../src/adapters/question-files/index.ts'
import { openThesaurus } from '../src/adapters/thesaurus/index.ts'
import { compileAsPack } from '../src/domain/packs/compile-as-pack.ts'
import { findOffers, withOffer } from '../src/domain/packs/offers.ts'
import { gradeSorted, type SortedAnswer } from '../src/domain/packs/sorted-answers.ts'
import type { Rubric } from '../src/domain/rubric/rubric.ts'
import { draftRubric } from '../src/domain/rubric-draft/draft-rubric.ts'

/** After so many an author would rather write the rubric. */
const mostPresses = 20

const thesaurus = process.argv.includes('--thesaurus') ? openThesaurus() : undefined
const reading = { exactSpelling: false, language: 'en' }

for (const pack of ['git', 'first-aid']) {
  const { questions } = await readPack(`questions/samples/${pack}`)
  const sum = { answers: 0, drafted: 0, after: 0, presses: 0 }
  for (const { question } of questions) {
    const answers = question.examples.map(({ answer, verdict }): SortedAnswer => ({ text: answer, label: verdict }))
    const draft = draftRubric({ question: question.prompt, references: [question.answer] }, thesaurus)
    const compile = (rubric: Rubric) =>
      compileAsPack(rubric, { prompt: question.prompt, synonyms: draft.synonyms }, reading)
    const grade = (rubric: Rubric) => gradeSorted(compile(rubric), answers)
    const agreed = (rubric: Rubric) => grade(rubric).filter((one) => one.label === one.grade.verdict).length
    sum.answers += answers.length
    sum.drafted += agreed(draft.rubric)
    let rubric = draft.rubric
    for (let press = 0; press < mostPresses; press++) {
      const offers = findOffers(rubric, question.prompt, grade(rubric), compile).flatMap((one) => one.offers)
      const [first] = offers
      if (first === undefined) break
      rubric = withOffer(rubric, first, '-')
      sum.presses += 1
    }
    sum.after += agreed(rubric)
  }
  const share = (count: number) => `${((100 * count) / sum.answers).toFixed(1)} %`
  console.log(
    `${pack}: ${questions.length} questions, ${sum.answers} labelled answers; drafted ${share(sum.drafted)}, after offers ${share(sum.after)}, ${(sum.presses / questions.length).toFixed(1)} presses a question`,
  )
}
