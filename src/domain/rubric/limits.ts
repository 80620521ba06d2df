/** Characters (UTF-16 code units) of an answer that a service accepts; longer ones are refused kindly. */
export const maximumAnswerLength = 1000

/** The engine reads no further than this, no matter who calls it: its cost stays bounded even for 10 MB. */
export const longestTextRead = 8000

/** The same for a question: none that people are asked is longer. */
export const longestPromptRead = 2000

/** Characters (UTF-16 code units) of one pattern. */
export const longestPattern = 500

/** Brackets within brackets, and names within names, in one pattern. */
export const deepestPattern = 20

/** Parts of one pattern or of one synonym set; a set's name is one part. */
export const largestPattern = 4000

/** Parts of all patterns of one rubric including the sets that they use, each set counted once. */
export const largestRubric = 40_000
