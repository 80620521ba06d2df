// Words of this field that a common word list does not hold, and neighbours of them that people really mean.
export const fieldTerms = `
addon addons admin alias allowlist analytics apache apex api apis app apps apt args ascii async autoscale autoscaling
backend backends backlog backoff backup backups bash binary bind blob boolean boot brew broker browser buffer bug bugs
bug build buildpack buildpacks bundle byte bytes cache caching cascade cedar cert certs cgroup checkout checksum cli
clone cluster cname codebase collab commit commits compile compiler concurrency config configs connector console
container containers cookie cookies cores cpu crash crate cron curl cursor daemon database databases dashboard
deadlock debug debugger decouple default defaults delete deploy deploys deployment dev devops dns docker dockerfile
docket domain domains downtime drain drains dyno dynos eco egress elastic email encrypt endpoint endpoints enum env envs
ephemeral eviction express failover fallback fastify file filesystem firewall flag flags fork formation framework
frontend function gateway gem gems git github gitlab golang gpu gradle grafana grant granular gunicorn hash header
headers heap heroku hook hooks horizontal host hostname hotfix html http https idempotent idle image images index ingress
inode instance integer internet iterate java javascript jobs json kafka kernel kill kube kubernetes lambda lapse latency
lease librato linter linux listener load local localhost lock logger login logout logplex logs loop mailer malloc maven
memcache memory metadata metrics microservice middleware migrate migration millisecond module mongo monitor monolith
mutex mysql namespace network nginx node nodejs npm oauth offline online operator orm outage package papertrail params
parse parser password patch payload persist persistent php ping pip pipeline pipelines plugin pod poll pool pooler
pooling port ports postgres postgresql preboot prisma proc process processes procfile production profiler promote
prompt protocol provision proxy prune psql pubsub puma push python query queue queues quota rack rails rake ram rate
react realtime reboot redeploy redirect redis refactor regex region registry release releases repo repos replica
replicas request requests reset resize resource resources restart retry rollback root route router routers routes ruby
runtime salesforce scalable scale scaled scaling schedule scheduler schema script sdk secrets server serverless session
setup shard shell shutdown sidekiq sigkill signal sigterm slack sleep slug slugs snapshot socket source spawn split sql
ssh ssl stack staging stale stateful stateless static status stderr stdin stdout storage stream subdomain subnet swap
sync syntax syslog tail task tasks template temp terminal terraform test tests thread throttle throughput tier timeout
timeouts timezone tls tmp token tokens toolchain traffic trigger tunnel unicorn unix upgrade upload uploads uptime url urls
valkey variable vars vendor verbose version versions vertical virtual volatile volume vpc vpn web webhook websocket
websockets worker workers workflow yaml yarn zip zone
bounce bound bunk dime dine dune grater lapse lasso least lode logo mode packer planer poster quire relay relic resort
rooted rooter rotor rout rover scab scald scalp skill slag slog slum slung smug snug stag stake stare stark steal steam
storm stove strip tamper tempt tiler timer tract trial tropic warder wicker wonder
`
