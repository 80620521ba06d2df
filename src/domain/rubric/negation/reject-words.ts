function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** What calls a statement untrue: "a myth that ...", "...: wrong!". */
export const untrue = words(`
  myth myths misconception lie lies fallacy rumor rumour nonsense false untrue wrong incorrect mistaken illusion rubbish
  bullshit bs bogus garbage nope nah
`)

/**
 * Those of them that nobody says about a setting or a port: "R is nonsense" rejects R, "the port is wrong" does not.
 */
export const plainlyUntrue = words(
  'myth lie fallacy rumor rumour nonsense untrue rubbish bullshit bs bogus illusion misconception',
)

/** After "not" these call a statement untrue: "that's not true". */
export const confirming = words('true right correct so accurate')

/** What may accompany a verdict on a statement: "but that's just plain wrong". */
export const verdictFillers = words(`
  that this it which is was are be a an just plain totally completely simply so all but and of course obviously actually
  though however sadly no clearly quite simply one total complete common big old
`)

/** "doubt that R", "doubtful whether R", "unlikely that R". */
export const doubting = words('doubt doubts doubtful unlikely improbable')

/** After "wrong to" or "a mistake to" comes a statement that is rejected. */
export const stating = words('think believe assume say claim expect suppose imagine guess hope')

/** Verbs of believing, in the forms used with "people" and "I used to". */
export const holding = words(`
  think thinks thought believe believes believed assume assumes assumed say says said claim claims claimed expect expects
  expected guess guessed suppose supposed imagine imagined hope hoped
`)

/** Those whose opinion is reported and not shared. */
export const reportedHolders = words(`
  people some many others most everyone everybody beginners newcomers newbies colleagues folks developers juniors
  docs blogs somebody someone
`)

/** What may come between those and their verb: "people often think", "many would say". */
export const betweenHolder = words(
  'of us you might may would could often always still usually commonly wrongly mistakenly might here tend to',
)

/** "I used to think", "I once thought", "at first I thought". */
export const formerly = words('used once first originally always initially previously formerly')

/** Where a contrast to a reported opinion begins. */
export const contrasts = words('but however actually yet instead whereas although though really')

/** Words that reject the question before them: "W? No. R". */
export const answersNo = words('no nope nah wrong never false incorrect not')
