import { migrate } from '../../../src/adapters/postgres/index.ts'

/** Makes the database at `url` what every test file's database begins as. Runs once per test run. */
export async function buildTemplate(url: string): Promise<void> {
  await migrate(url)
}
