/**
 * Slack puts the acknowledgement of a submit into the modal when it arrives, even where an update has overtaken it:
 * the outcome would be lost under "being graded". So an update gives the acknowledgement this head start.
 */
export const headStartMs = 500
