// Irregular forms of the verbs and nouns that are common in answers of this field.
const table = `
be: am is are was were been being
have: has had having
do: does did done doing
go: goes went
run: ran
get: got gotten
give: gave given
take: took taken
make: made
come: came
become: became
begin: began begun
keep: kept
sleep: slept
wake: woke woken waking awake awoke
lose: lost
leave: leaves leaving
send: sent
spend: spent
lend: lent
bind: bound
find: found
hold: held
build: built
rebuild: rebuilt
write: wrote written writing
rewrite: rewrote rewritten
overwrite: overwrote overwritten
break: broke broken
choose: chose chosen
freeze: froze frozen
hide: hid hidden
know: knew known
grow: grew grown
throw: threw thrown
show: shown
see: saw seen
say: said
tell: told
mean: meant
pay: paid
buy: bought
bring: brought
catch: caught
think: thought
teach: taught
understand: understood
stand: stood
lead: led
feed: fed
meet: met
fall: fell fallen
forget: forgot forgotten
spin: spun
shrink: shrank shrunk
sink: sank sunk
draw: drew drawn
drive: drove driven
rise: rose risen
wear: wore worn
steal: stole stolen
speak: spoke spoken
shut: shutting
die: dies died dying
tie: tied tying
index: indices indexes
child: children
person: people
vertex: vertices
database: db dbs
environment: env envs
variable: var vars
configuration: config configs
application: app apps
specification: spec specs
administrator: admin admins
administration: administrative
directory: dir dirs
documentation: docs
infrastructure: infra
information: info
kubernetes: k8s
maximum: max
postgres: postgresql
previous: prev
production: prod
repository: repo repos
temporary: temp temporarily
ephemeral: ephemerality
`

/**
 * Maps an irregular form to its word. Also treats short and long names of the same thing (db, database) as forms of
 * each other.
 */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', forms = ''] = line.split(': ')
      return forms.split(' ').map((form): [string, string] => [form, word])
    }),
)
