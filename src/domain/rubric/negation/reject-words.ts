function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Words that call a statement untrue: "a myth that ...", "...: wrong!". */
export const untrue = words(`
  myth myths misconception lie lies fallacy rumor rumour nonsense false untrue wrong incorrect mistaken illusion rubbish
  bullshit bs bogus garbage nope nah
`)

/** The words that always reject the statement. "R is nonsense" rejects R, but "the port is wrong" doesn't. */
export const plainlyUntrue = words(
  'myth lie fallacy rumor rumour nonsense untrue rubbish bullshit bs bogus illusion misconception',
)

/** Words that call a statement untrue after "not": "that's not true". */
export const confirming = words('true right correct so accurate')

/** Filler words of a verdict on a statement: "but that's just plain wrong". */
export const verdictFillers = words(`
  that this it which is was are be a an just plain totally completely simply so all but and of course obviously actually
  though however sadly no clearly quite simply one total complete common big old
`)

/** Words of doubt: "doubt that R", "doubtful whether R", "unlikely that R". */
export const doubting = words('doubt doubts doubtful unlikely improbable')

/** After "wrong to" or "a mistake to", these verbs begin a rejected statement. */
export const stating = words('think believe assume say claim expect suppose imagine guess hope')

/** Verbs of believing, in the forms used with "people" and "I used to". */
export const holding = words(`
  think thinks thought believe believes believed assume assumes assumed say says said claim claims claimed expect expects
  expected guess guessed suppose supposed imagine imagined hope hoped
`)

/** Groups whose opinion is reported but not shared. */
export const reportedHolders = words(`
  people some many others most everyone everybody beginners newcomers newbies colleagues folks developers juniors
  docs blogs somebody someone
`)

/** Words between such a group and its verb: "people often think", "many would say". */
export const betweenHolder = words(
  'of us you might may would could often always still usually commonly wrongly mistakenly might here tend to',
)

/** Words for a former opinion: "I used to think", "I once thought", "at first I thought". */
export const formerly = words('used once first originally always initially previously formerly')

/** Words that begin a contrast to a reported opinion. */
export const contrasts = words('but however actually yet instead whereas although though really')

/** Words that reject the question before them: "W? No. R". */
export const answersNo = words('no nope nah wrong never false incorrect not')
