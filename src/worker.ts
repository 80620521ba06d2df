import { openApp } from './app.ts'
import { readDynoConfig } from './config.ts'
import { runProcess } from './process/run-process.ts'

await runProcess('worker', readDynoConfig, async ({ config, log, opened }) => {
  const app = await openApp(config, log)
  opened('app', app.close)
  await app.work()
  log.info({ concurrency: config.workerConcurrency }, 'working')
})
