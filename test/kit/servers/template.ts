import { migrate } from '../../../src/adapters/postgres/index.ts'

/** Creates the template of every test file's database at `url`. Runs once per test run. */
export async function buildTemplate(url: string): Promise<void> {
  await migrate(url)
}
