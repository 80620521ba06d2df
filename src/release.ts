import { release } from './app.ts'
import { demandProduction } from './config.ts'
import { runProcess } from './run-process.ts'

await runProcess('release', async ({ config }) => {
  await release(demandProduction(config), (line) => process.stdout.write(`${line}\n`))
  process.exit(0)
})
