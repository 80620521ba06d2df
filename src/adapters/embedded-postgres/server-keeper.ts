/** The name of the keeper shell in the process list. */
export const keeperName = 'heroku-quiz-postgres'

/**
 * A shell between this process and the server. Its standard input is a pipe from this process. This process closes
 * the pipe by exiting for any reason, even SIGKILL. When it closes, the shell asks the server for a fast shutdown
 * (SIGINT). The shell exits with the server.
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
