import { release } from './app/release.ts'
import { readDynoConfig } from './config/config.ts'
import { runProcess } from './process/run-process.ts'

await runProcess('release', readDynoConfig, async ({ config }) => {
  try {
    await release(config, (line) => process.stdout.write(`${line}\n`))
    process.exit(0)
  } catch (error) {
    // `heroku releases:output` shows what a failed release printed. Operators need the reason rather than the stack.
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(`Release failed: ${reason.replace(/\s+/g, ' ')}\n`)
    process.exit(1)
  }
})
