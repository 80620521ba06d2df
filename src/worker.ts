import { openApp } from './app.ts'
import { demandProduction } from './config.ts'
import { runProcess } from './process/run-process.ts'

await runProcess('worker', async ({ config, log, opened }) => {
  const app = await openApp(demandProduction(config), log)
  opened('app', app.close)
  await app.work()
  log.info({ concurrency: config.workerConcurrency }, 'working')
})
