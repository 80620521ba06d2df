import { compileRubric } from '../../domain/rubric/compile-rubric.ts'
import type { Rubric, Synonyms } from '../../domain/rubric/rubric.ts'
import { RubricError } from '../../domain/rubric/rubric-error.ts'
import { rubricFileFormat } from './format.ts'
import { inFile, QuestionFileError, readYaml } from './read-yaml.ts'
import { rubricPath } from './rubric-path.ts'

/**
 * Reads a rubric in a separate file, with an optional `prompt` and optional `synonyms`. Throws a `QuestionFileError`
 * with file and line, and with columns if `columns` is set.
 */
export function readRubric(
  file: string,
  text: string,
  columns?: 'columns',
): { rubric: Rubric; prompt?: string; synonyms: Synonyms } {
  const { value, placeOf } = readYaml(file, text, rubricFileFormat, columns)
  const { prompt, synonyms = {}, ...rest } = value
  const rubric = rest as Rubric
  try {
    compileRubric(rubric, { synonyms, ...(prompt === undefined ? {} : { prompt }) })
  } catch (error) {
    if (!(error instanceof RubricError)) throw error
    throw new QuestionFileError([`${inFile(file, placeOf(rubricPath(error.path)), columns)} ${error.message}`])
  }
  return { rubric, synonyms, ...(prompt === undefined ? {} : { prompt }) }
}
