import type { StoredSize } from '../../ports/store/stored-size.ts'

const dayMs = 24 * 60 * 60_000

/** With fewer answers, the size of an empty database would be attributed to them. */
const fewAnswers = 100

/** Nobody plans further ahead than this. */
const mostDays = 3650

export type DiskForecast = {
  /** From 0 to 1, or more if it is over its limit. */
  share: number
  bytesADay: number
  /** Undefined if it isn't growing, won't be full within ten years, or too little is known. */
  fullOn?: Date
}

/** When a disk of so many bytes will be full, if people continue as in the past weeks. */
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

/** `3.2 MB`, as Heroku counts: in powers of a thousand. */
export function bytesInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1000 ** step
  return `${value >= 100 || step === 0 ? Math.round(value) : Number(value.toPrecision(2))} ${units[step]}`
}
