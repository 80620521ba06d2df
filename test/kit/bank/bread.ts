export const bread = {
  prompt: 'What makes bread rise?',
  answer: 'Yeast, which makes gas.',
  topic: 'bread',
  rubric: `full: 2
points:
  - { id: yeast, label: Yeast, says: [yeast, "@leaven"] }
  - { id: gas, label: It makes gas, says: [gas, bubble, "co2"] }
synonyms:
  leaven: [sourdough, leaven]
`,
  /** Enough sorted answers to publish. */
  sorted: [
    ...['right: yeast makes gas', 'right: the sourdough fills it with bubbles', 'right: gas from the <yeast>'],
    ...['half: yeast', 'half: some gas', 'half: the leaven does'],
    ...['wrong: salt', 'wrong: the heat of the oven', 'wrong: flour', 'wrong: no idea'],
  ],
}
