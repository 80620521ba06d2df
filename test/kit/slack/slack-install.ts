/** Somebody's browser begins to install the app; gives where Slack is asked, and what the browser remembers. */
export async function beginsInstall(address: string): Promise<{ location: URL; cookie: string }> {
  const answer = await fetch(`${address}/slack/install`, { redirect: 'manual' })
  return { location: new URL(answer.headers.get('location') ?? ''), cookie: answer.headers.get('set-cookie') ?? '' }
}

/** Somebody presses Allow on Slack's page, unless `query` says otherwise; gives the page that the app then shows. */
export async function allowsInstall(
  address: string,
  query: Record<string, string | undefined> = { code: 'good-code' },
): Promise<Response> {
  const { location, cookie } = await beginsInstall(address)
  const all = { state: location.searchParams.get('state') ?? '', ...query }
  const known = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return fetch(`${address}/slack/oauth_redirect?${new URLSearchParams(known)}`, { headers: { cookie } })
}
