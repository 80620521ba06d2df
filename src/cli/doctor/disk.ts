import type { StoredSize } from '../../ports/store/stored-size.ts'

const dayMs = 24 * 60 * 60_000

/** With fewer answers, most of the size would be that of the empty database. */
const fewAnswers = 100

/** Forecasts further ahead than ten years aren't useful. */
const mostDays = 3650

export type DiskForecast = {
  /** From 0 to 1, or more if the limit is exceeded. */
  share: number
  bytesADay: number
  /** Undefined if the data isn't growing, won't fill the disk within ten years, or is too little for an estimate. */
  fullOn?: Date
}

/** Estimates when a disk of this size will be full, at the growth rate of the past weeks. */
export function forecastDisk(
  { bytes, answerBytes, answers, lately }: StoredSize,
  limit: number,
  now: Date,
): DiskForecast {
  const share = bytes / limit
  if (answers < fewAnswers) return { share, bytesADay: 0 }
  const bytesADay = ((answerBytes / answers) * lately.answers) / lately.days
  const days = Math.max(0, limit - bytes) / bytesADay
  return { share, bytesADay, ...(days <= mostDays ? { fullOn: new Date(now.getTime() + days * dayMs) } : {}) }
}

/** Returns a size such as `3.2 MB`. Like Heroku, it uses powers of a thousand. */
export function bytesInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1000 ** step
  return `${value >= 100 || step === 0 ? Math.round(value) : Number(value.toPrecision(2))} ${units[step]}`
}
