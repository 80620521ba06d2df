import { Document, isMap, isPair, isScalar, isSeq, visit } from 'yaml'
import { openThesaurus } from '../adapters/thesaurus/index.ts'
import { draftRubric } from '../domain/rubric-draft/draft-rubric.ts'
import { opposite } from '../messages/desk/studio.ts'
import { UsageError } from './usage-error.ts'

/** Prints a rubric as YAML that `grade --rubric` can read. The author then edits it. */
export async function rubricDraft(options: { question: string; reference: string[] }): Promise<void> {
  const thesaurus = openThesaurus()
  if (thesaurus === undefined) {
    process.stderr.write('Drafted without synonyms: WordNet is not installed here (npm install --include=dev).\n')
  }
  const { rubric, synonyms } = draftRubric(
    { question: options.question, references: options.reference, tell: opposite },
    thesaurus,
  )
  if (rubric.points.length === 0) {
    throw new UsageError('The model answer (--reference TEXT) contains no word that a rubric could use.')
  }
  const prompt = options.question.trim()
  process.stdout.write(writeYaml({ ...(prompt === '' ? {} : { prompt }), ...rubric, synonyms }))
}

/** Writes lists of patterns and of points on one line each, so that many points fit on a page. */
function writeYaml(rubric: object): string {
  const document = new Document(rubric)
  visit(document, {
    Pair: (_, pair) => {
      const list =
        isScalar(pair.key) && (pair.key.value === 'says' || pair.key.value === 'points') ? pair.value : undefined
      if (isSeq(list) && !list.items.some((item) => isMap(item) || isPair(item))) list.flow = true
    },
  })
  return document.toString({ lineWidth: 120, flowCollectionPadding: false })
}
