import { openApp } from './app/open-app.ts'
import { readDynoConfig } from './config/config.ts'
import { runProcess } from './process/run-process.ts'

await runProcess('worker', readDynoConfig, async ({ config, log, opened }) => {
  const app = await openApp(config, log)
  opened('app', app.close)
  await app.work()
  log.info({ concurrency: config.workerConcurrency }, 'working')
})
