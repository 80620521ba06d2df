export class PostgresInUse extends Error {
  override readonly name = 'PostgresInUse'
  readonly pid: number
  readonly port: number

  constructor(cluster: string, pid: number, port: number) {
    super(`The data in ${cluster} is in use: Postgres process ${pid} serves it on port ${port}. Stop that start first.`)
    this.pid = pid
    this.port = port
  }
}
