import { readFileSync, writeFileSync } from 'node:fs'
import { sectionOf } from './changelog.ts'

/**
 * Prepares a release in the current folder. The changelog’s section `Unreleased` becomes that of the version, with today’s
 * date in UTC, and package.json and its lock get the version. Commits and tags nothing. `npm run release:cut -- 1.2.0`
 */
const [version = ''] = process.argv.slice(2)
const changelog = readFileSync('CHANGELOG.md', 'utf8')
const manifest = readFileSync('package.json', 'utf8')
const lock = readFileSync('package-lock.json', 'utf8')
const { version: before } = JSON.parse(manifest) as { version: string }

const fault =
  (!/^\d+\.\d+\.\d+$/.test(version) && `“${version}” is not a version such as 1.2.0`) ||
  (!isNewer(version, before) && `${version} is not newer than ${before}`) ||
  (!sectionOf(changelog, /^Unreleased$/) && 'CHANGELOG.md has nothing under Unreleased')
if (fault) {
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}

const today = new Date().toISOString().slice(0, 10)
writeFileSync('CHANGELOG.md', changelog.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} (${today})`))
writeFileSync('package.json', withVersion(manifest))
// The lock names the version twice: for itself, and for the package at its root.
writeFileSync('package-lock.json', withVersion(withVersion(lock)))
process.stdout.write(`Prepared ${version}. Review the changes, then:
  git commit -am "Release ${version}" && git tag v${version} && git push origin main v${version}
`)

function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number))
  const at = a?.findIndex((part, index) => part !== b?.[index]) ?? -1
  return at >= 0 && Number(a?.[at]) > Number(b?.[at])
}

function withVersion(json: string): string {
  return json.replace(`"version": "${before}"`, `"version": "${version}"`)
}
