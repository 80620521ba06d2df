import { readFileSync } from 'node:fs'
import { headingOf, sectionOf } from './changelog.ts'

/**
 * Prints what the changelog says about a version, as the text of its release. Fails if the tag, package.json and the
 * changelog don't agree. `node scripts/release-notes.ts v1.2.0`
 */
const [tag = ''] = process.argv.slice(2)
const version = tag.replace(/^v/, '')
const { version: packaged } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const notes = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), headingOf(version))

const fault =
  (!/^v\d+\.\d+\.\d+$/.test(tag) && `“${tag}” is not a version tag such as v1.2.0`) ||
  (packaged !== version && `package.json has version ${packaged}, but the tag is ${tag}`) ||
  (!notes && `CHANGELOG.md has no section ${version}`)
if (fault) {
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}
process.stdout.write(`${notes}\n`)
