import { openApp } from './app/open-app.ts'
import { readDynoConfig } from './config/config.ts'
import { runProcess } from './process/run-process.ts'

await runProcess('web', readDynoConfig, async ({ config, log, opened }) => {
  const app = await openApp(config, log)
  opened('app', app.close)
  const server = app.web()
  opened('server', () => server.close())
  await server.listen({ host: '0.0.0.0', port: config.port })
  await app.startChats()
})
