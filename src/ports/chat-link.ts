/** A link on the front page. `primary` is the button that stands out, `more` a line of text below the buttons. */
export type ChatLink = { href: string; text: string; as: 'primary' | 'button' | 'more' }
