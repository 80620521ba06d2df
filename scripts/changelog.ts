/** The text of one section of the changelog. Undefined if there is no such heading. */
export function sectionOf(changelog: string, heading: RegExp): string | undefined {
  const [, ...sections] = changelog.split(/^## /m)
  const section = sections.find((one) => heading.test(one.split('\n', 1)[0] ?? ''))
  return section?.slice(section.indexOf('\n')).trim()
}

/** Matches the heading of a version, such as `1.2.0 (2026-12-01)`. */
export function headingOf(version: string): RegExp {
  return new RegExp(`^${version.replaceAll('.', '\\.')}( \\(\\d{4}-\\d{2}-\\d{2}\\))?$`)
}
