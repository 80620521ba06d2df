import { release } from '../app.ts'
import { readConfig } from '../config.ts'
import { databaseConfig } from './open-operator.ts'
import { print } from './print.ts'

export async function migrate(): Promise<void> {
  await release(databaseConfig(readConfig()), print)
}
