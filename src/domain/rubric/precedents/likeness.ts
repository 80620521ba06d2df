/** Texts indexed by their terms, to find those similar to another text. Immutable. */
export type TermIndex = {
  size: number
  terms: Int32Array
  /**
   * Hash table from a term to its index in `terms`. The index plus 1 is stored at the hash or after it; 0 is empty. Has
   * two to four times as many slots as terms.
   */
  slots: Uint32Array
  /** The weight of each term, which is higher for rarer terms. */
  rarity: Float32Array
  /** Where each term's texts begin in `texts`, with one additional element for the end. */
  starts: Uint32Array
  texts: Uint16Array
  /** The weight of the term in that text. Each text's weights are normalized to the length 1. */
  weights: Float32Array
}

/** The maximum number of texts, so that two bytes can hold an index. */
export const mostTexts = 60_000

/**
 * Weights terms by tf-idf: (1 + ln count) · (1 + ln((1 + texts) / (1 + texts with the term))), Salton and Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988.
 */
export function indexTerms(texts: readonly (readonly number[])[]): TermIndex {
  const postings = new Map<number, { text: number; count: number }[]>()
  texts.forEach((terms, text) => {
    for (const [term, count] of countTerms(terms)) {
      const known = postings.get(term)
      if (known === undefined) postings.set(term, [{ text, count }])
      else known.push({ text, count })
    }
  })
  const terms = Int32Array.from(postings.keys())
  const all = Array.from(terms, (term) => postings.get(term) ?? [])
  const rarity = Float32Array.from(all, (found) => 1 + Math.log((1 + texts.length) / (1 + found.length)))
  const lengths = new Float64Array(texts.length)
  all.forEach((found, i) => {
    for (const { text, count } of found) lengths[text] = (lengths[text] ?? 0) + weightOf(count, rarity[i] ?? 0) ** 2
  })
  const starts = new Uint32Array(all.length + 1)
  all.forEach((found, i) => {
    starts[i + 1] = (starts[i] ?? 0) + found.length
  })
  return {
    size: texts.length,
    terms,
    slots: slotsOf(terms),
    rarity,
    starts,
    texts: Uint16Array.from(all.flatMap((found) => found.map(({ text }) => text))),
    weights: Float32Array.from(
      all.flatMap((found, i) =>
        found.map(({ text, count }) => weightOf(count, rarity[i] ?? 0) / Math.sqrt(lengths[text] ?? 1)),
      ),
    ),
  }
}

// Allocated once, because this runs for each clause of each answer. All values are zero between two calls.
let counts = new Uint16Array(4096)

/**
 * Cosine similarity of a text to each text in the index, 0 to 1. It is the value in `like` times the returned factor.
 * `places` are the indexes of the text's terms, with repetitions. Negative values, for terms that aren't in the index,
 * are ignored.
 */
export function likenessTo(index: TermIndex, places: readonly number[], like: Float32Array): number {
  like.fill(0, 0, index.size)
  if (counts.length < index.terms.length) counts = new Uint16Array(2 * index.terms.length)
  for (const place of places) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
  let length = 0
  for (const place of places) {
    const count = place < 0 ? 0 : (counts[place] ?? 0)
    if (count === 0) continue
    counts[place] = 0
    const weight = weightOf(count, index.rarity[place] ?? 0)
    length += weight * weight
    const end = index.starts[place + 1] ?? 0
    for (let at = index.starts[place] ?? 0; at < end; at++) {
      const text = index.texts[at] ?? 0
      like[text] = (like[text] ?? 0) + weight * (index.weights[at] ?? 0)
    }
  }
  return length === 0 ? 0 : 1 / Math.sqrt(length)
}

/** The index of a term, or -1. */
export function placeOf({ terms, slots }: TermIndex, term: number): number {
  const last = slots.length - 1
  for (let slot = term & last; ; slot = (slot + 1) & last) {
    const place = (slots[slot] ?? 0) - 1
    if (place < 0 || terms[place] === term) return place
  }
}

function slotsOf(terms: Int32Array): Uint32Array {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * terms.length + 1)))
  terms.forEach((term, place) => {
    let slot = term & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = place + 1
  })
  return slots
}

function countTerms(terms: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

function weightOf(count: number, rarity: number): number {
  return count === 1 ? rarity : (1 + Math.log(count)) * rarity
}
