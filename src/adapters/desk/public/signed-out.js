// Deletes the studio's unsent texts, so that the next person at this computer can't see them.
try {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('studio')) sessionStorage.removeItem(key)
} catch {}
