import type { FoundHolidays, HolidayCalendar } from '../../ports/holiday-calendar.ts'

const dayMs = 24 * 60 * 60_000

/**
 * Loads the library only when it is needed, because it contains the holidays of the whole world, which takes half a
 * second and 30 MB.
 */
export function createHolidayCalendar(): HolidayCalendar {
  return {
    async publicHolidays(place, first, last): Promise<FoundHolidays> {
      const { default: Holidays } = await import('date-holidays')
      const [country = '', region] = place.split('-')
      const all = new Holidays()
      const countries = Object.keys(all.getCountries('en'))
      if (!countries.includes(country)) return { kind: 'unknown', part: 'country', known: countries }
      const regions = Object.keys(all.getStates(country, 'en') ?? {})
      if (region !== undefined && !regions.includes(region)) return { kind: 'unknown', part: 'region', known: regions }
      const options = { types: ['public' as const], languages: ['en'] }
      const here = region === undefined ? new Holidays(country, options) : new Holidays(country, region, options)
      const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
      const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      const found = years.flatMap((year) => here.getHolidays(year, 'en'))
      const days = found.flatMap(({ date, start, end, name }) =>
        // A holiday may last several days. If it begins at sunset, its date is the following day.
        Array.from({ length: Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs)) }, (_, index) => {
          const day = new Date(Date.parse(date.slice(0, 10)) + index * dayMs).toISOString().slice(0, 10)
          return [day, name] as const
        }),
      )
      return { kind: 'found', days: Object.fromEntries(days.filter(([day]) => day >= first && day <= last).toSorted()) }
    },
  }
}
