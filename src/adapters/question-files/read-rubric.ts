import { compileRubric } from '../../domain/rubric/compile-rubric.ts'
import type { Rubric, Synonyms } from '../../domain/rubric/rubric.ts'
import { RubricError } from '../../domain/rubric/rubric-error.ts'
import { rubricFileFormat } from './format.ts'
import { QuestionFileError, readYaml } from './read-yaml.ts'
import { rubricPath } from './rubric-path.ts'

/**
 * Reads a rubric from a file by itself: a rubric's keys, plus the `prompt` it belongs to and its own `synonyms`, both
 * optional. Throws a `QuestionFileError` with file and line.
 */
export function readRubric(file: string, text: string): { rubric: Rubric; prompt?: string; synonyms: Synonyms } {
  const { value, lineOf } = readYaml(file, text, rubricFileFormat)
  const { prompt, synonyms = {}, ...rest } = value
  const rubric = rest as Rubric
  try {
    compileRubric(rubric, { synonyms, ...(prompt === undefined ? {} : { prompt }) })
  } catch (error) {
    if (!(error instanceof RubricError)) throw error
    throw new QuestionFileError([`${file}:${lineOf(rubricPath(error.path))} ${error.message}`])
  }
  return { rubric, synonyms, ...(prompt === undefined ? {} : { prompt }) }
}
