import type { Config } from '../../config/config.ts'
import type { Finding } from '../../ports/finding.ts'
import type { StoredSize } from '../../ports/store/stored-size.ts'
import { bytesInWords, forecastDisk } from './disk.ts'

const gigabyte = 1_000_000_000

/** This leaves enough time to order a larger plan or to erase old data. */
const soonMs = 30 * 24 * 60 * 60_000
const nearlyFull = 0.9

/**
 * Reports how full the database is, and when it will be full. A local database has no limit, so only its size is
 * reported.
 */
export function examineDisk(
  size: StoredSize,
  { production, databaseLimitGigabytes }: Pick<Config, 'production' | 'databaseLimitGigabytes'>,
  now: Date,
): Finding {
  const what = 'disk'
  if (!production) return { what, state: 'ok', detail: bytesInWords(size.bytes) }
  const limit = databaseLimitGigabytes * gigabyte
  const { share, bytesADay, fullOn } = forecastDisk(size, limit, now)
  const detail = [
    `${bytesInWords(size.bytes)} of ${bytesInWords(limit)}`,
    bytesADay >= 1 ? `${bytesInWords(bytesADay)} more a day` : 'too few recent answers to estimate its growth',
    ...(fullOn ? [`full on about ${fullOn.toISOString().slice(0, 10)}`] : []),
  ].join(', ')
  const isSoon = share >= nearlyFull || (fullOn && fullOn.getTime() - now.getTime() < soonMs)
  return isSoon
    ? { what, state: 'wrong', detail, remedy: 'heroku addons:upgrade DATABASE heroku-postgresql:essential-1' }
    : { what, state: 'ok', detail }
}
