// Words of this field that common word lists don't contain, and real words that are similar to them.
export const fieldTerms = `
adapter addon addons admin agile airflow algorithm alias allowlist amazon analytics android angular ansible apache
apex api apis app apps apt archive args artefact artifact ascii asset async atomic auth autoscale autoscaling avatar
azure backend backends backlog backoff backup backups bandwidth bash bastion batch benchmark binary bind bitbucket
blob boolean boot bot bots bounce bound brew broker browser bucketeer buffer bug bugs build buildpack buildpacks
builtin bundle bunk byte bytes cache caching callback canary cancel cascade cedar cert certs cgroup chart chat
checkout checksum cipher circleci cleanup cli clone cloudflare cloudwatch cluster cname codebase codec collab collate
collector commenter commit commits compile compiler compliant composer concurrency concurrent config configs connector
console consumer container containers cookie cookies cores corrupt coverage cpu crash crate cron curl cursor daemon
dashboard dashes database databases datadog dataset deadlock debian debug debugger decouple default defaults delegate
delete demo deploy deployment deploys deprecate detach dev devops diff digest dime dine discord disk dispatch distro
django dns docker dockerfile docket domain domains downtime drain drains dump dune duplicate dyno dynos eco egress
elastic elixir email ember emit emoji encrypt endpoint endpoints enum env envs ephemeral erase eventual eviction exec
executable exit export expose express failover failure fallback fastify fetch file filesystem filter firewall fixture
flag flags flask flush folder footer fork forked formation framework freeze frontend function garbage gateway gem gems
getter git github gitlab golang gpu gradle grafana grant granular graphql grater gunicorn haml hang hash header
headers heap heartbeat helm heroku heuristic hibernate hobby homebrew hook hooks horizontal host hostname hotfix
hotspot html http https hypervisor icon idempotent idle iframe image images inbound index ingress inline inode input
install instance integer internal internet intranet invalidate isolate iterate jar java javascript jenkins jenkinsfile
jetty jinja jobs jquery json jwt kafka keepalive kernel keychain keyspace keyword kill kotlin kube kubernetes lambda
lapse laravel lasso latency lazy leak lease least legacy librato limit link lint linter linux listener literal load
local localhost lock lodash lode logger login logo logout logplex logs logstash loop macos mailer mailgun mailhog
malloc manifest markdown master matrix maven memcache memory metadata metrics microservice middleware migrate
migration millisecond mime mini minio mirror mock mode module mongo monitor monolith mount multiplex mutex mysql
namespace neon netty network newline nginx nightly node nodejs npm nuxt oauth offline onboard online openssl operator
orm outage outbound output overload override package packer packet pager papertrail parallel params parse parser
partial password patch patching path payload pending perl persist persistent phoenix php phpredis ping pip pipe
pipeline pipelines pivot placeholder plain planer planner plugin pod poll poller pool pooler pooling port portable
ports poster postgres postgresql preboot preview primary prisma private proc process processes procfile production
profiler programmer prometheus promote prompt protocol provider provision proxy prune psql publish publisher pubsub
puma puppet purge push python quay query queue queues quire quota rabbitmq rack rackup raid rails rake ram rate react
readonly realtime rebase reboot rebuild recompile recompute reconcile recover recycle redeploy redirect redis refactor
regex region regional registry relational relay release releases relic remote rename render repeat replace replay
replica replicas repo repos request requests reset resize resort resource resources respawn rest restart retain retry
reverse revert rewrite roadmap rollback root rooted rooter rotor rout route router routers routes rover ruby rubygem
runtime rust salesforce sandbox scab scala scalable scald scale scaled scaling scalp schedule scheduler schema script
scrub sdk secrets seed sendgrid sentry serial server serverless session setup shard sharding shared shell shutdown
sidecar sidekiq sigkill signal sigterm sinatra skill slack slag sleep sleeper slog slug slugs slum slung smtp smug
snapshot snug socket solr source spawn spike split spring sql sqlite ssh ssl stack stag staging stake stale stare
stark stateful stateless static statsd status stderr stdin stdout steal steam sticky storage storm stove stream strip
stripe stub subdomain submodule subnet subprocess sudo supervise svelte swagger swap symlink sync syntax sysadmin
sysctl syslog tail tamper tarball task tasks temp template tempt tenant tenants terminal terraform test tests thread
throttle throughput tier tiler timeout timeouts timer timestamp timezone tls tmp toggle token tokens toolchain
topology trace tract traffic transient transpile travis trial trigger trim tropic truncate tunnel tuple typescript
typo ubuntu undeploy undo ungraded unhandled unicorn unix unlimited unlock unset update upgrade upload uploads upstart
uptime url urls uuid validate valkey variable vars vault vendor verbose verify version versioned versions vertical
virtual virtualenv volatile volume vpc vpn warder warmup watcher web webhook webpack webserver websocket websockets
wheel whitelist wicker wildcard windows wipe wonder worker workers workflow workspace wrapper xeon yaml yarn zip zone
`
