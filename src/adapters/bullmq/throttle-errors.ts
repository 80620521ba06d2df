/** Reports each message at most once every `everyMs`, because an outage repeats the same error many times a second. */
export function throttleErrors(report: (error: Error) => void, everyMs = 10_000): (error: Error) => void {
  const reported = new Map<string, number>()
  return (error) => {
    const now = Date.now()
    for (const [message, at] of reported) if (now - at >= everyMs) reported.delete(message)
    if (reported.has(error.message)) return
    reported.set(error.message, now)
    report(error)
  }
}
