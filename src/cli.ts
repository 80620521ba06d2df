import './process/compile-cache.ts'
import { runQuiz } from './cli/program.ts'

// The entry point of the operator's one-off commands. The reader of their output may stop early, as in
// `quiz questions list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

await runQuiz(process.argv.slice(2))
