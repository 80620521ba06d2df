// A request without a question mark begins with one of these words, at the start of a sentence or after "and".
const bidding =
  /(?:^|[.!?,]\s+|\band\s+|\bplease\s+)(?:also,?\s+)?(?:explain|describe|name|state|give|list|arrange|compare|justify)\b/giu

/**
 * How many things a question asks for, at least 1. "Why or why not?" counts as one, "What is X? Name two uses." as two.
 */
export function countAsks(question: string): number {
  const marks = question.match(/\?+/g)?.length ?? 0
  return Math.max(1, marks + (question.match(bidding)?.length ?? 0))
}
