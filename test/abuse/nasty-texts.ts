/** Patterns that make parsers slow when they are repeated many times. */
const kinds: Record<string, string> = {
  'one letter': 'a',
  'two letters by turns': 'ab',
  'short words': 'not ',
  'words with commas': 'a,',
  digits: '1',
  'digits with points': '1.',
  spaces: ' ',
  'lines of quotes': '\n>',
  'round brackets': '(',
  'brackets of links': '[a](',
  'angle brackets': '<',
  'a mention begun': '<@UBOT|',
  'a group begun': '<!subteam^S1|',
  'a role begun': '<@&1',
  'mail addresses': 'a@',
  entities: '&lt;',
  underscores: '_a',
  bars: '||',
  backticks: '`',
  'numbers of twins': '#1',
  'marks of servers': '@1.',
  dashes: '-',
  backslashes: '\\',
  apostrophes: "'",
  'combining marks': '\u0301',
  'combining marks in the wrong order': '\u0301\u0323',
  'letters that become eighteen': '\ufdfa',
  'a family': '👩‍👩‍👧‍👦',
  'invisible joiners': '\u200d',
  'marks that turn the direction': '\u202e',
  'half letters': '\ud83d',
  'Hangul letters': '\u1100\u1161',
}

/**
 * Texts of about this many letters with their names. They begin and end with a letter, so that trimming doesn't remove
 * the middle.
 */
export function nastyTexts(letters: number): [what: string, text: string][] {
  return Object.entries(kinds).map(([what, unit]) => [
    `${letters} letters, ${what}`,
    `a${unit.repeat(Math.ceil((letters - 2) / unit.length))}`.slice(0, letters - 1).concat('z'),
  ])
}
