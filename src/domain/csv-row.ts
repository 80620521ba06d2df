/** Spreadsheets run a cell that begins so as a formula; some read the wide signs of East Asia like the narrow ones. */
const formula = /^[=+\-@＝＋－＠\t\r]/

/** If a spreadsheet uses semicolons as separators, a cell begins after each, even inside quotes. */
const hiddenFormula = /;(?=["'\s]*[=+\-@＝＋－＠])/g

/** One row of a CSV file (RFC 4180), with its line break. A cell that a spreadsheet would run gets an apostrophe. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = (formula.test(value) ? `'${value}` : value).replace(hiddenFormula, ";'")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
