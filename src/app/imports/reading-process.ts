import { ImportError, readImport } from '../../adapters/question-imports/index.ts'
import { openThesaurus } from '../../adapters/thesaurus/index.ts'
import { draftQuestions } from '../../domain/packs/draft-questions.ts'
import { opposite } from '../../messages/desk/studio.ts'
import type { FileToRead } from '../../ports/imports/import-reader.ts'
import type { FromReader } from './import-reader.ts'

/** The interval between progress messages, in milliseconds. */
const everyMs = 300

// This process receives one file, sends the result, and exits. A malicious file can harm only this process.
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
      tell: english ? opposite : undefined,
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
