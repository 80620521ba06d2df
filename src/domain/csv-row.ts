/**
 * Spreadsheets run a cell with one of these first characters as a formula. Some treat the full-width variants the same.
 */
const formula = /^[=+\-@＝＋－＠\t\r]/

/** In a spreadsheet with semicolons as separators, a new cell begins after each of them, even inside quotes. */
const hiddenFormula = /;(?=["'\s]*[=+\-@＝＋－＠])/g

/**
 * One row of a CSV file (RFC 4180), including its line break. A cell that a spreadsheet would run as a formula is
 * prefixed with an apostrophe.
 */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = (formula.test(value) ? `'${value}` : value).replace(hiddenFormula, ";'")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
