/** Slack refuses a whole message if one field is too long: https://docs.slack.dev/reference/block-kit */
export const limits = {
  blocksOfMessage: 50,
  blocksOfView: 100,
  sectionText: 3000,
  contextText: 2000,
  headerText: 150,
  messageText: 3000,
  buttonsOfRow: 5,
  buttonText: 75,
  actionId: 255,
  buttonUrl: 3000,
  modalTitle: 24,
  modalSubmit: 24,
  inputLabel: 2000,
  placeholder: 150,
  inputValue: 3000,
  menuOptions: 100,
  radioButtons: 10,
  optionText: 75,
  imageAlt: 2000,
  /** The header row isn't counted. */
  tableRows: 100,
  tableCell: 200,
  privateMetadata: 3000,
} as const

/** The width of a name in characters. It fits most names, and keeps a board's row on one line on a phone. */
export const boardName = 24

/**
 * Joins the pieces, in order, into as few strings of at most `most` UTF-16 code units as possible. No piece may be
 * longer than that.
 */
export function pack(pieces: readonly string[], most: number): string[] {
  const packed: string[] = []
  let current = ''
  for (const piece of pieces) {
    if (current.length + piece.length > most) {
      packed.push(current)
      current = ''
    }
    current += piece
  }
  if (current !== '') packed.push(current)
  return packed
}
