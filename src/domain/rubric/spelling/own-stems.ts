// Words that Porter2 merges with others although they have another meaning in this field, each with its own forms. For
// example, a container isn't what contains, a customer isn't something custom, and "basically" isn't the plan Basic.
// Also words that Porter2 wrongly separates (adding).
const table = `
accountant: accountants
activity: activities
add: adds added adding
alternative: alternatives alternatively
applicable:
applicant: applicants
author: authors
authority: authorities
barely:
basically:
busy:
commitment: commitments
consistent: consistently consistency
container: containers containerized
contention:
continuous: continuously
conversion: conversions
critical: critically
customer: customers
dead:
department: departments
dependency: dependencies dep deps
development:
edition: editions
effective: effectively
emergency: emergencies
err: errs erred erring
exception: exceptions
experiment: experiments experimental
expression: expressions
extensive: extensively
formation: formations
generation: generations
gone:
hardly:
highly:
identity: identities
important: importantly importance
informal: informally
initial: initially
instant: instantly
integrity:
international: internationally
lately:
left:
likely: likelihood
literal: literally
mostly:
namely:
nearly:
objection: objections
optional:
organ: organs
organic:
passion:
paste: pastes pasted pasting
performance: performant
personal:
personality: personalities
populate: populates populated populating
positive: positively
privatize: privatization
production: prod
productive: productivity
quite:
relative: relatively
respective: respectively
responsible: responsibility responsibilities responsibly
responsive:
setting: settings
several:
shortly:
staging:
standardize: standardizes standardized standardization
stateful:
successive: successively
suite: suites
terminal: terminals
transit:
underlying:
unite: unites united
universal:
university: universities
useful: usefulness
`

export const ownStems: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [own = '', forms = ''] = line.split(':')
      // In capitals, so that it can't equal another word's stem, such as "organ" for "organize".
      return [own, ...forms.split(' ').filter(Boolean)].map((form): [string, string] => [form, own.toUpperCase()])
    }),
)

/**
 * The additional word that a word in an answer implies: "gone" also means "go", and "PG" also means Postgres. The
 * reverse isn't true: a pattern with `gone` only matches that word.
 */
export const alsoSaid: ReadonlyMap<string, string> = new Map([
  ['gone', 'go'],
  ['dead', 'die'],
  ['left', 'leave'],
  ['setting', 'set'],
  ['pg', 'postgres'],
])
