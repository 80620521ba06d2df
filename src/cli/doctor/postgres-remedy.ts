import { tlsTrouble } from '../../adapters/postgres/sql/tls-trouble.ts'
import type { AppConfig } from '../../config/config.ts'
import { rootCause } from './root-cause.ts'

/**
 * Returns the remedy if Postgres doesn't respond. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function postgresRemedy(error: unknown, { databaseUrl, databasePoolSize }: AppConfig): string {
  const { cause, code } = rootCause(error)
  if (tlsTrouble(cause) !== undefined) return otherTls(new URL(databaseUrl))
  switch (code) {
    case '28P01': // the password is wrong
    case '28000': // the user isn't allowed in
      return 'heroku pg:credentials:rotate'
    case '53300': // too many connections
      return databasePoolSize > 1
        ? 'heroku config:set DATABASE_POOL_SIZE=1'
        : 'heroku addons:upgrade DATABASE heroku-postgresql:essential-2'
    case '25006': // read-only
    case '42501': // no write access, as on a plan over its limit
      return 'heroku pg:info'
    default:
      return 'heroku pg:wait'
  }
}

/** The current TLS setting failed, so this returns the other one. The command doesn't contain the password. */
function otherTls({ searchParams, search }: URL): string {
  const mode = searchParams.get('sslmode')
  const wanted = mode === 'disable' || mode?.startsWith('verify') ? 'require' : 'disable'
  const now = '$(heroku config:get DATABASE_URL'
  return mode === null
    ? `heroku config:set DATABASE_URL="${now})${search === '' ? '?' : '&'}sslmode=${wanted}"`
    : `heroku config:set DATABASE_URL="${now} | sed 's/sslmode=[a-z-]*/sslmode=${wanted}/')"`
}
