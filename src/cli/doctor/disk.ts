import type { StoredSize } from '../../ports/store/stored-size.ts'

const dayMs = 24 * 60 * 60_000

/** With fewer answers, what a database needs when it is empty would count as theirs. */
const fewAnswers = 100

/** Beyond this nobody plans. */
const mostDays = 3650

export type DiskForecast = {
  /** From 0 to 1, and more where it is too full. */
  share: number
  bytesADay: number
  /** Nothing where it isn't growing, or not within ten years, or where too little is known. */
  fullOn?: Date
}

/** When a disk of so many bytes is full, if people go on as they did in the last weeks. */
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

/** `3.2 MB`, as Heroku counts: a thousand of each make one of the next. */
export function bytesInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1000 ** step
  return `${value >= 100 || step === 0 ? Math.round(value) : Number(value.toPrecision(2))} ${units[step]}`
}
