/**
 * Makes the database at `url` what every test file's database begins as. Runs once per test run.
 * There is no schema yet, so a new database is an empty one.
 */
export async function buildTemplate(_url: string): Promise<void> {}
