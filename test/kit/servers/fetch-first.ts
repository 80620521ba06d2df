// Node's fetch and the libraries of Slack and Discord each bring an undici, three versions in all, which share the
// dispatcher of the one that is loaded first. Test files share a process, in any order, so Node's is the first here.
await fetch('data:,')
