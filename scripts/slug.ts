// Builds the slug that Heroku would make from this folder: freshly installed production packages, without the files in
// .slugignore, compressed. Node itself, which the buildpack adds, is not counted (about 48 MB). Exits with 1 if the
// slug is above the goal.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { layOut } from '../test/kit/product/slug.ts'

const run = promisify(execFile)
const goalMegabytes = 30
const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-slug-'))

try {
  const app = join(folder, 'app')
  const slug = join(folder, 'slug.tgz')
  await layOut(app)
  const own = await compressedMegabytes('.')
  await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--no-progress'], { cwd: app })
  const whole = await compressedMegabytes('.')
  process.stdout.write(`${own.toFixed(1)} MB  the app itself, compressed\n`)
  process.stdout.write(`${whole.toFixed(1)} MB  with its packages; the goal is under ${goalMegabytes} MB\n`)
  process.exitCode = whole < goalMegabytes ? 0 : 1

  async function compressedMegabytes(what: string): Promise<number> {
    await run('tar', ['-czf', slug, '-C', app, what])
    return (await stat(slug)).size / 1e6
  }
} finally {
  await rm(folder, { recursive: true })
}
