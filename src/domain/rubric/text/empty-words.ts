/** Words without a meaning. A text with only these words and the question's words just repeats the question. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an the and or of to in on at by for with from as is are was were be been am it its this that these those there i you we
  they he she me my your our their what which who whom whose when where why how do does did done can could will would
  should may might must has have had if then than so such just also about into please question answer mean means
  idk dunno lol hm hmm um uh well ok okay maybe know idea sorry pass`.split(/\s+/),
)
