/** Words that aren't in a general dictionary: technical terms, names, and British spellings. */
export const fieldTerms = new Set(
  `
  acknowledgement acm authenticator cloudflare daemonizing disposability grpc lookups tz waf api apm applink aptfile autoscaling backfill buildpack buildpacks bullmq bundler catalogue cdn cli
  codebase config cron daemonising deployer dev dns dockerfile dyno dynos failover ffmpeg filesystem gitlab
  heroku herokuapp hipaa homebrew http https imagemagick ioredis jawsdb js json judoscale kubernetes licence
  localhost lockfile logplex neighbours npm oci ons openssl opentelemetry optimising pci pdfs pgbouncer
  pipenv postgres preboot prebuilt privatelink procfile readme recognise roadmap runtimes sigkill sigterm
  subcommand subfolder syslog terraform th tls toml toolchains unencrypted unreviewed uptime uv valkey vpc webhook webhooks
  websocket websockets
`
    .trim()
    .split(/\s+/),
)
