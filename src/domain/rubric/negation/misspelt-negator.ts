import { editDistance, forgivenEdits } from '../spelling/misspelling.ts'
import { openContraction } from '../text/contractions.ts'

const negating =
  `without nothing never neither nowhere nobody instead cannot doesnt didnt arent wasnt werent hasnt havent hadnt
  couldnt shouldnt wouldnt mustnt`.split(/\s+/)

/**
 * The words of the negation that an unknown word misspells ("doenst", "doens't", "withuot"); undefined if none. These
 * misspellings are accepted no matter what the rubric says, because a missed negation would reverse the meaning.
 */
export function openMisspeltNegator(word: string): string[] | undefined {
  const plain = word.replaceAll("'", '')
  if (plain.length < 4 || !/^[a-z]+$/.test(plain)) return undefined
  const meant = negating.find((each) => {
    const most = forgivenEdits(each.length)
    return each[0] === plain[0] && editDistance(plain, each, most) <= most
  })
  return meant === undefined ? undefined : openContraction(meant)
}
