import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * If this is imported first, compiled code is cached between starts: a command or `npm start` then needs half the
 * processor time before its first line. A dyno loses its files at each start, so web and worker don't use this. If the
 * folder isn't writable, nothing is cached.
 */
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/heroku-quiz'))
