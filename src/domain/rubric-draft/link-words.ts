/** Words that connect the parts of an answer. Another wording may not contain them. */
export const linkWords: ReadonlySet<string> = new Set(
  `because since therefore thus hence very also both being were us him her its than over into out up while each other any
  all some only them still`.split(/\s+/),
)
