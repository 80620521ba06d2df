/**
 * Reads the files in its first argument as the operator's commands do, and prints a line with the result for each. It
 * is a separate process so that a test can limit its memory.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { topicFormat } from '../../src/adapters/question-files/format.ts'
import { QuestionFileError } from '../../src/adapters/question-files/index.ts'
import { readYaml } from '../../src/adapters/question-files/read-yaml.ts'
import { ImportError, readImport } from '../../src/adapters/question-imports/index.ts'
import { draftQuestions } from '../../src/domain/packs/draft-questions.ts'
import type { ImportFormat } from '../../src/domain/packs/imported.ts'

const [folder = ''] = process.argv.slice(2)
const files: { file: string; format: ImportFormat | 'yaml' }[] = JSON.parse(
  readFileSync(join(folder, 'files.json'), 'utf8'),
)

for (const { file, format } of files) {
  const bytes = readFileSync(join(folder, file))
  const before = process.cpuUsage()
  const said = read(bytes, format)
  const { user, system } = process.cpuUsage(before)
  console.log(JSON.stringify({ file, said, ms: (user + system) / 1000 }))
}

function read(bytes: Uint8Array, format: ImportFormat | 'yaml'): string {
  try {
    if (format === 'yaml') {
      readYaml('a.yaml', new TextDecoder().decode(bytes), topicFormat)
      return 'read'
    }
    const { drafts, lines } = draftQuestions(readImport(bytes, format), 'x')
    const [first] = lines
    return `${drafts.length} of ${lines.length}: ${first && ('why' in first ? first.why : first.id)}`
  } catch (error) {
    // Any other error would be shown to the operator as a bug.
    if (!(error instanceof ImportError || error instanceof QuestionFileError)) throw error
    return error.message
  }
}
