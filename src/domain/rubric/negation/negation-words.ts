function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Words that negate the following words in their clause. `non` negates only the word to which it is joined. */
export const negators = words('not no never without nor neither none nothing nobody nowhere non hardly scarcely')

export const pairedNegators: ReadonlyMap<string, string> = new Map([
  ['instead', 'of'],
  ['rather', 'than'],
  ['far', 'from'],
])

/** Words after which a negator doesn't negate: not only, no matter, nothing but. */
export const liftedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['not', words('only just merely simply solely until till least doubt')],
  ['no', words('matter doubt wonder problem problems worries biggie')],
  ['nothing', words('but except')],
  ['none', words('other')],
])

/** Words that make a limit out of a negator: "no more than 30 s", "not later than". */
export const limiting = words('more less fewer later longer greater sooner earlier higher lower bigger smaller over')

export const clauseOpeners = words(`
  but however although though because since so while whereas if when whenever unless until till after before instead
  rather otherwise therefore hence thus yet except then once mean means meaning implies causes
`)

/** Words that begin a clause after "and" or "or": "does not sleep and it restarts". */
export const subjects = words(`
  it they you we i he she this that these those there is are was were be can could will would should must may might has
  have had does do did also only just still always instead then gets thus therefore the both each what who everyone
  everybody anyone anybody nobody people others everything all
`)

/** A "no" before one of these words answers a question: "no, it does not", "no the dyno". */
export const afterAnswer = words('it they you we i he she this that these those there the because they its')

/** Predicates that are negated together with their subject: "Sleeping is not possible", "a restart does not happen". */
export const negatedPredicates = words(`
  possible allowed permitted supported available needed required necessary guaranteed happen happens occur occurs apply
  applies exist exists true correct theirs ours mine yours
`)

/** Third-person verbs, which begin a clause after a negated verb and "and": "is not kept and disappears". */
export const thirdPerson = words(`
  runs starts restarts stops sleeps serves handles receives gets uses keeps loses stores writes reads scales shares builds
  deploys crashes dies ends exits finishes disappears vanishes goes comes listens binds routes sends costs needs requires
  works makes takes gives lets means returns retries shows remains stays persists survives expires wakes cycles boots fails
  kills contains holds lives exists executes processes connects creates deletes removes adds sets changes updates rolls
  closes opens logs calls asks tells picks drops fills waits terminates aborts cancels blocks prevents forces moves pulls
  pushes prints reports warns answers responds
  promotes provides offers supports charges resets refreshes replaces clears wipes forgets remembers saves follows
`)

/** A clause begins before one of these if a verb follows it: "nobody visits it stays awake". */
export const pronouns = words('it they you we i he she there')

/** Words after which a pronoun continues the same clause: "I don't think it sleeps", "does not make it sleep". */
export const beforeOwnClause = words(`
  that whether think thinks believe believes mean means say says claim know knows guess sure true assume expect see hope
  make makes made let lets help helps keep keeps have want wants need and or than as to of for with on in from by
`)

/** Words that can follow a pronoun that is an object: "doesn't trust it in production". */
export const afterObject = words(`
  in on at by for with from to of as than and or nor but so because if when while until till before after since unless though
  the a an any either anymore again too well yet here there now then all itself without across during through into
`)

/** A clause with one of these words describes what isn't the case, so misconceptions in it don't count. */
export const contrasting = words('whereas unlike instead rather otherwise versus vs')

/** Modal verbs for hypothetical statements. */
export const hypothetical = words('would')

/** Pronouns that are objects in the same clause, never items of a list. */
export const objects = words('it them us me him her itself themselves')

/** Words that begin an adverbial of time or place, which isn't negated: `always`, or only before a number. */
export const adjuncts: ReadonlyMap<string, 'always' | 'number'> = new Map([
  ...['across', 'during', 'throughout', 'upon', 'beyond'].map((word) => [word, 'always'] as const),
  ...['for', 'within', 'in', 'by', 'at', 'every', 'per'].map((word) => [word, 'number'] as const),
])

/** Verbs whose object isn't negated with them: "does not survive a restart". */
export const objectsStand = words('survive survives survived outlive outlives outlast outlasts')
