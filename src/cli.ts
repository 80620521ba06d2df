import './process/compile-cache.ts'
import { runQuiz } from './cli/program.ts'

// The operator's one-off commands begin here. The reader of our output may stop early: `quiz questions list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

await runQuiz(process.argv.slice(2))
