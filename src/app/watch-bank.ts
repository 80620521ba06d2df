import { type FSWatcher, watch } from 'node:fs'
import { readBank } from '../adapters/question-files/index.ts'
import type { Store } from '../ports/store/store.ts'

/** Editors write a file in several steps. */
const calmMs = 300

/**
 * Reloads the question files whenever one changes, and reports the result. If a file has a mistake, the bank stays as
 * it is. Returns a function that stops watching.
 */
export function watchBank(
  folder: string,
  { questions }: Pick<Store, 'questions'>,
  say: (line: string) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let loading = Promise.resolve()

  async function load(): Promise<void> {
    try {
      const { added, changed, retired } = await questions.load(await readBank(folder))
      if (added + changed + retired === 0) return
      say(`Question bank reloaded: ${added} new, ${changed} changed, ${retired} retired`)
    } catch (error) {
      say(`The question files were not loaded: ${error instanceof Error ? error.message : error}`)
    }
  }

  const watcher: FSWatcher = watch(folder, { recursive: true }, (_what, name) => {
    if (name === null || !/\.ya?ml$/i.test(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      loading = loading.then(load)
    }, calmMs)
  })
  watcher.on('error', (error) => say(`The question files are no longer watched: ${error.message}`))

  return async () => {
    clearTimeout(timer)
    watcher.close()
    await loading
  }
}
