import { QuestionFileError, readRubric, readSets, writeRubric } from '../../adapters/question-files/index.ts'
import { openThesaurus } from '../../adapters/thesaurus/index.ts'
import type { SetsText } from '../../services/packs/reread-pack.ts'
import type { RubricText } from '../../services/packs/try-draft.ts'

/**
 * In characters of stored JSON, which is twice the maximum input. YAML aliases could expand the input a hundredfold.
 */
const largest = 200_000

/** If WordNet isn't installed, as on a server, drafts don't include related words. */
export const rubricText: RubricText = {
  read(text) {
    try {
      const { rubric, synonyms } = readRubric('rubric', text, 'columns')
      if (JSON.stringify({ rubric, synonyms }).length <= largest) return { rubric, synonyms }
      return { problems: ['rubric:1:1 expands its aliases (&, *) too often'] }
    } catch (error) {
      if (!(error instanceof QuestionFileError)) throw error
      return { problems: [...error.problems] }
    }
  },
  write: writeRubric,
  get thesaurus() {
    return openThesaurus()
  },
}

/** Reads synonym sets, one per line. Errors are converted to messages for the author. */
export const setsText: SetsText = {
  read(text) {
    try {
      const synonyms = readSets('sets', text)
      if (JSON.stringify(synonyms).length <= largest) return { synonyms }
      return { problems: ['sets:1:1 expands its aliases (&, *) too often'] }
    } catch (error) {
      if (!(error instanceof QuestionFileError)) throw error
      return { problems: [...error.problems] }
    }
  },
}
