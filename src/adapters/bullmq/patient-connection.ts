import { setTimeout as sleep } from 'node:timers/promises'
import { assertSchemaCompatibility, PostgresConnection } from 'bullmq'

/** The library checks the schema once and stays broken if that fails. This class retries until the schema exists. */
export class PatientConnection extends PostgresConnection {
  #ready: Promise<void> | undefined

  override waitUntilReady(): Promise<void> {
    this.#ready ??= this.#check()
    return this.#ready
  }

  async #check(): Promise<void> {
    while (!this.isClosing) {
      try {
        await assertSchemaCompatibility(this.pool, this.schema)
        return
      } catch (error) {
        if (this.listenerCount('error') > 0) this.emit('error', error)
        await sleep(500, undefined, { ref: false })
      }
    }
  }
}
