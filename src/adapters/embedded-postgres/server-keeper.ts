/** The name, in the process list, of the shell that keeps our server. */
export const keeperName = 'heroku-quiz-postgres'

/**
 * A shell between us and the server reads its standard input, which is a pipe from us. The pipe ends when we close it
 * or when we die, no matter how (SIGKILL gives us no chance to clean up); then the shell asks the server for a fast
 * shutdown (SIGINT). It exits with the server.
 */
export const keeperScript = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( read -r _ <&3; kill -INT "$server" ) 2>/dev/null &
watch=$!
wait "$server"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
`
