export type HolidayCalendar = {
  /**
   * The public holidays of a country, `DE`, or of one of its regions, `DE-BY`, between two dates, inclusive: their
   * English names by date. If the place is unknown: which part of it, and the known values.
   */
  publicHolidays(place: string, first: string, last: string): Promise<FoundHolidays>
}

export type FoundHolidays =
  | { kind: 'found'; days: Record<string, string> }
  | { kind: 'unknown'; part: 'country' | 'region'; known: string[] }
