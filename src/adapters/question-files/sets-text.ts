import { stringify } from 'yaml'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import { synonymsFormat } from './format.ts'
import { readYaml } from './read-yaml.ts'

/** Reads synonym sets in the format of `synonyms.yaml`. Throws a `QuestionFileError` with lines and columns. */
export function readSets(file: string, text: string): Synonyms {
  return text.trim() === '' ? {} : readYaml(file, text, synonymsFormat, 'columns').value
}

export function writeSets(synonyms: Synonyms): string {
  return Object.entries(synonyms)
    .map(
      ([name, patterns]) =>
        `${name}: ${stringify(patterns, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })}`,
    )
    .join('')
}
