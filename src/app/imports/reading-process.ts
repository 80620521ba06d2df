import { ImportError, readImport } from '../../adapters/question-imports/index.ts'
import { openThesaurus } from '../../adapters/thesaurus/index.ts'
import { draftQuestions } from '../../domain/packs/draft-questions.ts'
import type { FileToRead } from '../../ports/imports/import-reader.ts'
import type { FromReader } from './import-reader.ts'

/** How often, in milliseconds, it is said how far the reading is. */
const everyMs = 300

// A process of its own: it is sent one file, answers, and ends. What is in the file can only hurt this process.
process.once('message', (file: FileToRead) => {
  const said = read(file)
  process.send?.(said, () => process.exit())
})
process.once('disconnect', () => process.exit())

function read({ name, bytes, format, english, known }: FileToRead): FromReader {
  try {
    const found = readImport(bytes, format)
    const total = found.read.length
    let next = 0
    const result = draftQuestions(found, name.replace(/\.[^.]*$/, ''), {
      known,
      thesaurus: english ? openThesaurus() : undefined,
      progress(done) {
        if (performance.now() < next) return
        next = performance.now() + everyMs
        process.send?.({ kind: 'progress', done, total } satisfies FromReader)
      },
    })
    return { kind: 'read', result }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    return { kind: 'read', result: { refused: error.message } }
  }
}
