export type HolidayCalendar = {
  /**
   * The public holidays of a country, `DE`, or of a region of one, `DE-BY`, between two dates, both counted: their English
   * names by the date. Where the place is unknown: which part of it, and what is known there.
   */
  publicHolidays(place: string, first: string, last: string): Promise<FoundHolidays>
}

export type FoundHolidays =
  | { kind: 'found'; days: Record<string, string> }
  | { kind: 'unknown'; part: 'country' | 'region'; known: string[] }
