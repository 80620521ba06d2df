export type HolidayCalendar = {
  /**
   * Returns the English names of public holidays by date, for a country (`DE`) or one of its regions (`DE-BY`), between
   * two dates, inclusive. For an unknown place, returns the part that is unknown and its known values.
   */
  publicHolidays(place: string, first: string, last: string): Promise<FoundHolidays>
}

export type FoundHolidays =
  | { kind: 'found'; days: Record<string, string> }
  | { kind: 'unknown'; part: 'country' | 'region'; known: string[] }
