/** Discord refuses a whole message if one field is too long: https://docs.discord.com/developers/resources/message */
export const limits = {
  content: 2000,
  embedText: 4096,
  embedsText: 6000,
  layoutText: 4000,
  layoutParts: 40,
  rows: 5,
  buttonsOfRow: 5,
  buttonText: 80,
  customId: 100,
  buttonUrl: 512,
  threadName: 100,
  pictures: 10,
  imageAlt: 1024,
  modalTitle: 45,
  modalParts: 5,
  inputLabel: 45,
  placeholder: 100,
  inputValue: 4000,
  radioButtons: 10,
  help: 100,
  choice: 100,
  choices: 25,
} as const

/** The width of a name in characters. It fits most names, and keeps a board's row on one line on a phone. */
export const boardName = 20
