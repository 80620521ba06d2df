/** In UTF-16 code units. Services refuse longer answers. */
export const maximumAnswerLength = 1000

/** The engine ignores the text after this length, so that its cost stays bounded even for 10 MB. */
export const longestTextRead = 8000

/** The same limit for a question. */
export const longestPromptRead = 2000

/** The length of one pattern in UTF-16 code units. */
export const longestPattern = 500

/** The depth of nested brackets and names in one pattern. */
export const deepestPattern = 20

/** The number of parts in one pattern or synonym set. The name of a set is one part. */
export const largestPattern = 4000

/** The number of parts in all patterns of one rubric, including the sets that they use, each counted once. */
export const largestRubric = 40_000
