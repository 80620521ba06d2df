import type { Token } from '../text/token.ts'
import { beforeOwnClause, thirdPerson } from './negation-words.ts'

/**
 * Whether a main clause begins at this position, after a negated adverbial without a comma: "without requests the whole
 * app goes idle", "when nobody visits the dynos sleep", "instead of a value write ...". `begin` is where the negator's
 * clause begins, and `end` is the end of the sentence.
 */
export function startsMainClause(
  tokens: readonly Token[],
  at: number,
  { begin, negator, end }: { begin: number; negator: number; end: number },
): boolean {
  const [word, before] = [wordAt(tokens, at), wordAt(tokens, at - 1)]
  const denying = wordAt(tokens, negator)
  if (denying === 'instead' && imperatives.has(word))
    return at > negator + 2 && !wordAt(tokens, negator + 2).endsWith('ing') && !inPhrase.has(before)
  if (denying !== 'without' && denying !== 'instead' && !fronting.has(wordAt(tokens, begin))) return false
  if (!determiners.has(word) || inPhrase.has(before) || beforeOwnClause.has(before) || before.endsWith('ing'))
    return false
  for (let verb = at + 2; verb < Math.min(end, at + longestSubject); verb++) {
    const token = tokens[verb]
    if (token === undefined || token.after === 'comma' || token.after === 'break' || inPhrase.has(token.text))
      return false
    if (goesWith(wordAt(tokens, verb - 1), token.text)) return true
  }
  return false
}

/** Includes the determiner: "the whole new app goes". */
const longestSubject = 5

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? ''
}

/** Whether the verb agrees with the noun before it: "the app goes", "the dynos go". */
function goesWith(noun: string, verb: string): boolean {
  if (modals.has(verb)) return true
  return noun.endsWith('s') && !noun.endsWith('ss')
    ? pluralVerbs.has(verb)
    : thirdPerson.has(verb) && !alsoNouns.has(verb)
}

const fronting = new Set('when whenever if while once with as after'.split(' '))
const determiners = new Set('the a an this these those your our my its their each every all both'.split(' '))
const inPhrase = new Set(
  'of for in on at to by with from into about over under than or and nor as per not no the a an this these those your our my its their each every all both'.split(
    ' ',
  ),
)
const imperatives = new Set('use write put run call set add store keep push type choose take send make let'.split(' '))
const modals = new Set('is was will can would should could has does may might must'.split(' '))
// These words aren't verbs in a sentence such as "nobody reads the app logs".
const alsoNouns = new Set(
  'runs starts stops handles builds deploys logs calls costs works shares scales stores answers reports routes updates changes returns cycles boots contains lives'.split(
    ' ',
  ),
)
const pluralVerbs = new Set(
  `are were have do ${[...thirdPerson]
    .filter((verb) => !alsoNouns.has(verb))
    .map((verb) => verb.replace(/(?<=sh|ch|ss|x|o)es$/, '').replace(/(?<=.)s$/, ''))
    .join(' ')} start stop run`.split(' '),
)
