import { release } from '../app/release.ts'
import { readConfig } from '../config/config.ts'
import { databaseConfig } from './open-operator.ts'
import { print } from './print.ts'

export async function migrate(): Promise<void> {
  await release(databaseConfig(readConfig()), print)
}
