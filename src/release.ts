import { release } from './app.ts'
import { demandProduction } from './config.ts'
import { runProcess } from './process/run-process.ts'

await runProcess('release', async ({ config }) => {
  await release(demandProduction(config), (line) => process.stdout.write(`${line}\n`))
  process.exit(0)
})
