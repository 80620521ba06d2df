/** Loaded into a process before it starts. A few seconds later, its clock jumps by CLOCK_STEP_MS. */
const stepMs = Number(process.env.CLOCK_STEP_MS)
const now = Date.now
let offsetMs = 0

if (stepMs !== 0) {
  setTimeout(() => {
    offsetMs = stepMs
  }, 3000).unref()
  Date.now = () => now() + offsetMs
  globalThis.Date = new Proxy(Date, {
    construct: (target, words, self) =>
      Reflect.construct(target, words.length === 0 ? [now() + offsetMs] : words, self),
  })
}
